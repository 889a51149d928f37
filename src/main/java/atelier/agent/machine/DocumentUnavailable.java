package atelier.agent.machine;

/** Nobody knows what this machine is: there is no document, or there has never been one that can be read. */
public final class DocumentUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    DocumentUnavailable(String message) {
        super(message);
    }
}
