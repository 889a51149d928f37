package atelier.agent.machine;

import java.io.IOException;

/** The metadata service refused or could not be asked; the message carries its status and its words, never a token. */
public final class MetadataException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    MetadataException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Its HTTP status. */
    public int status() {
        return status;
    }
}
