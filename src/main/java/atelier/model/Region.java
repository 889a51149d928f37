package atelier.model;

/** An Azure region by its short name, such as {@code westeurope}. */
public record Region(String name) {
    public Region {
        Invalid.unless(name.matches("[a-z][a-z0-9]{2,39}"), name, "an Azure region in its short form, such as westeurope");
    }

    @Override
    public String toString() {
        return name;
    }
}
