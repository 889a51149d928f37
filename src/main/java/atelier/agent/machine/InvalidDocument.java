package atelier.agent.machine;

/** Says where a machine document is wrong, what stands there and what may stand there. */
public final class InvalidDocument extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidDocument(String path, String found, String allowed) {
        super(path + " is " + found + "; allowed is " + allowed);
    }

    InvalidDocument(String message) {
        super(message);
    }
}
