package atelier.testing;

import java.util.Arrays;

/** Which resources take tags, read from the SDK itself so that no list can be out of date. */
public final class Taggable {
    private Taggable() {}

    public static boolean is(Registration registration) {
        if (registration.isComponent()) {
            return false;
        }
        String[] token = registration.type().split(":");
        String args = "com.pulumi.azurenative." + token[1] + "." + token[2] + "Args";
        try {
            return Arrays.stream(Class.forName(args).getMethods()).anyMatch(method -> method.getName().equals("tags"));
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException(registration + " has no class " + args, unknown);
        }
    }
}
