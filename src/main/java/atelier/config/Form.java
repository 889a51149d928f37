package atelier.config;

/** What may stand at a place of the configuration, and how it becomes a value of the model. */
interface Form<T> {

    /** Reads what is there and reports every problem; something is there, if only a null. */
    Field<T> read(Place place);

    /** What is accepted, as a noun phrase that fits after "Allowed: ". */
    String allowed();

    /** The command that puts an accepted example where nothing is. */
    Command example(KeyPath path);
}
