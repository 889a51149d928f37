package atelier.testing.secrets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One kind of secret and how its text is recognised. Patterns follow the formats that the issuers document. */
enum Detector {
    PRIVATE_KEY("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    STORAGE_KEY("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])"),
    SYMMETRIC_KEY("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])"),
    CONNECTION_STRING("(?i)\\b(AccountKey|SharedAccessKey|SharedAccessSignature|InstrumentationKey|Password|Pwd)=[^;\\s]+"),
    SIGNED_ADDRESS("(?i)[?&]sig=[A-Za-z0-9%+/=]{20,}"),
    WEB_TOKEN("\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\."),
    CLOUD_KEY("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
    REPOSITORY_TOKEN("\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{20})"),
    CLIENT_SECRET("(?<![A-Za-z0-9])[A-Za-z0-9_-]{3}[0-9]Q~[A-Za-z0-9_.~-]{31,34}"),
    PASSWORD_IN_ADDRESS("\\b[a-z][a-z0-9+]*://[^/\\s:@]+:[^/\\s@]+@"),
    ASSIGNMENT("(?i)\\b[\\w-]*(password|passwd|secret|api_?key|access_?token|auth_?token)[\"']?\\s*[:=]\\s*[\"']?[^\\s\"'$<{]{6,}");

    /** Property names whose value is a secret whatever it looks like. */
    private static final List<String> SECRET_NAMES = List.of(
            "password", "adminpassword", "secret", "clientsecret", "sharedkey", "accountkey", "primarykey", "secondarykey",
            "connectionstring", "accesskey", "sastoken", "protectedsettings");

    /** The OpenSSH form: base64 that is meant to be read by everybody. */
    private static final Pattern PUBLIC_KEY = Pattern.compile(
            "(ssh-(ed25519|rsa)|ecdsa-sha2-nistp\\d+|sk-ssh-ed25519@openssh\\.com) [A-Za-z0-9+/]{20,}={0,3}");

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+]{30,}");
    private static final double ENTROPY_OF_RANDOM_TEXT = 4.0;

    private final Pattern pattern;

    Detector(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The first kind of secret in a text. */
    static Optional<String> kindOf(String given) {
        String text = PUBLIC_KEY.matcher(given).replaceAll("(public key)");
        Optional<String> known = Arrays.stream(values())
                .filter(detector -> detector.pattern.matcher(text).find())
                .map(Detector::name)
                .findFirst();
        return known.or(() -> looksRandom(text) ? Optional.of("RANDOM_TEXT") : Optional.empty());
    }

    static boolean isSecretName(String property) {
        return SECRET_NAMES.contains(property.toLowerCase(Locale.ROOT));
    }

    /** Long runs of mixed letters and digits with the entropy of a generated value. */
    private static boolean looksRandom(String text) {
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            String run = runs.group();
            boolean mixed = run.matches(".*[A-Z].*") && run.matches(".*[a-z].*") && run.matches(".*[0-9].*[0-9].*");
            if (mixed && entropy(run) >= ENTROPY_OF_RANDOM_TEXT) {
                return true;
            }
        }
        return false;
    }

    /** Shannon's, in bits a character. */
    private static double entropy(String text) {
        return text.chars()
                .distinct()
                .mapToDouble(c -> (double) text.chars().filter(other -> other == c).count() / text.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
