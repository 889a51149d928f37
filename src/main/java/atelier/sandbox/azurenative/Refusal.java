package atelier.sandbox.azurenative;

import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.wire.Sentinel;

/** An operation that failed; the message is what the engine shows. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /**
     * ARM's answer in azure-native's words. In a preview parts of an id may not be known yet; they are shown as the CLI shows
     * what it does not know.
     *
     * @see <a href="https://github.com/alan-turing-institute/data-safe-haven/issues/2523">an example of such a message</a>
     */
    static Refusal of(ArmError error) {
        String message = error.message().replace(Sentinel.UNKNOWN, "[unknown]");
        return new Refusal("Status=" + error.http() + " Code=\"" + error.code() + "\" Message=\"" + message + "\"");
    }
}
