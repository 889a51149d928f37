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
     * ARM's answer in azure-native's words. A preview may have asked with values that are not known yet; the engine's mark for
     * them means nothing to a reader.
     *
     * @see <a href="https://github.com/alan-turing-institute/data-safe-haven/issues/2523">an example of such a message</a>
     */
    static Refusal of(ArmError error) {
        String text = error.message().replace(Sentinel.UNKNOWN, "(not known yet)");
        return new Refusal("Status=" + error.http() + " Code=\"" + error.code() + "\" Message=\"" + text + "\"");
    }
}
