package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The operating system's profile of a virtual machine: names, keys and data for the first boot. */
final class MachineOs {
    private static final String PROFILE = "properties.osProfile";
    private static final int MOST_BYTES = 65535;
    private static final Set<String> RESERVED =
            Set.of("root", "admin", "administrator", "user", "guest", "test", "console", "sys", "a", "1", "123");

    private MachineOs() {}

    static void judge(Put put) throws ArmError {
        profileStays(put);
        if (put.at(PROFILE).known()) {
            adminIsAllowed(put);
            computerName(put);
            someWayToSignIn(put);
            keysAreInTheirPlace(put);
            base64(
                    put.at(PROFILE + ".customData"),
                    "Custom data in OSProfile must be in Base64 encoding and with a maximum length of 87380"
                            + " characters.");
        }
        base64(
                put.at("properties.userData"),
                "User data must be in Base64 encoding and with a maximum length of 87380 characters.");
    }

    /** PropertyChangeNotAllowed, 409; documented: MicrosoftDocs/azure-docs#12602. */
    private static void profileStays(Put put) throws ArmError {
        Optional<Resource> before = put.existing();
        if (before.isPresent() && before.get().at(PROFILE).known() != put.at(PROFILE).known() && !put.preview()) {
            throw ArmError.conflict("PropertyChangeNotAllowed", "Changing property 'osProfile' is not allowed.");
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void adminIsAllowed(Put put) throws ArmError {
        Value name = put.at(PROFILE + ".adminUsername");
        boolean bad = name.text()
                .filter(text ->
                        text.isEmpty() || RESERVED.contains(text.toLowerCase(Locale.ROOT)) || text.length() > 64)
                .isPresent();
        if (name.absent() || bad) {
            throw badRequest("InvalidParameter", "The Admin Username specified is not allowed.");
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void computerName(Put put) throws ArmError {
        Optional<String> name = put.at(PROFILE + ".computerName").text();
        if (name.filter(text -> !text.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?")).isPresent()) {
            throw badRequest(
                    "InvalidParameter",
                    ("The entity name 'computerName' is invalid: '%s'. Linux host names have 1 to 64 letters, digits"
                                    + " and hyphens.")
                            .formatted(name.get()));
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void someWayToSignIn(Put put) throws ArmError {
        boolean noPassword = put.at(PROFILE + ".linuxConfiguration.disablePasswordAuthentication").isTrue();
        if (noPassword && put.at(PROFILE + ".linuxConfiguration.ssh.publicKeys").empty()) {
            throw badRequest(
                    "InvalidParameter",
                    "Authentication using either SSH or by user name and password must be enabled in Linux profile.");
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void keysAreInTheirPlace(Put put) throws ArmError {
        Optional<String> user = put.at(PROFILE + ".adminUsername").text();
        for (Value path : put.body().each(PROFILE + ".linuxConfiguration.ssh.publicKeys[].path")) {
            String expected = "/home/" + user.orElse("") + "/.ssh/authorized_keys";
            if (user.isPresent() && path.text().filter(text -> !text.equals(expected)).isPresent()) {
                throw badRequest(
                        "InvalidParameter",
                        ("Destination path for SSH public keys is currently limited to its default value %s  due to a"
                                        + " known issue in Linux provisioning agent.")
                                .formatted(expected));
            }
        }
        for (Value key : put.body().each(PROFILE + ".linuxConfiguration.ssh.publicKeys[].keyData")) {
            if (key.text()
                    .filter(text -> !text.strip().matches("ssh-(rsa|ed25519) [A-Za-z0-9+/=]+( .*)?"))
                    .isPresent()) {
                throw badRequest(
                        "InvalidParameter",
                        "The value of parameter linuxConfiguration.ssh.publicKeys.keyData is invalid.");
            }
        }
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void base64(Value data, String message) throws ArmError {
        if (data.text().filter(text -> !isBase64(text)).isPresent()) {
            throw badRequest("InvalidParameter", message);
        }
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length <= MOST_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
