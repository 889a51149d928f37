package atelier.sandbox.cloud;

import java.util.List;

/** An azure.yaml that describes no world; the message names every problem with its path, its value and what is allowed. */
public final class InvalidWorld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidWorld(String file, List<String> problems) {
        super(file + " does not describe a simulated Azure:" + System.lineSeparator() + "  "
                + String.join(System.lineSeparator() + "  ", problems));
    }
}
