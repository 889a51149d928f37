package atelier.agent.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the text of a machine document strictly: a key that is not known, a value of another type and a form of another number
 * are errors, because guessing here would open a machine to the wrong people.
 */
public final class MachineDocumentReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String A_GUID = "a GUID";
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9._()-]*[A-Za-z0-9_()-])?";
    private static final String A_NAME = "an Azure name";
    private static final String WORKSPACE_ID = "/subscriptions/" + GUID + "/resourceGroups/[^/\\s?#%]+"
            + "/providers/Microsoft\\.MachineLearningServices/workspaces/[A-Za-z0-9_-]+";
    private static final String KEY_LINE = "[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( \\P{Cntrl}*)?";
    private static final String NEVER = "never";
    private static final Map<String, DayOfWeek> DAYS = Stream.of(DayOfWeek.values())
            .collect(Collectors.toUnmodifiableMap(day -> day.name().charAt(0)
                    + day.name().substring(1, 3).toLowerCase(Locale.ROOT), Function.identity()));

    private MachineDocumentReader() {}

    /**
     * Reads a whole document.
     *
     * @throws InvalidDocument with the first mistake
     */
    public static MachineDocument read(String text) throws InvalidDocument {
        Fields root = Fields.of("", parse(text));
        format(root);
        MachineDocument document = new MachineDocument(
                root.text("workstation", "[a-z][a-z0-9-]*", "a workstation's name in lower case"),
                root.text("host", "(?=.{1,253}$)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+", "a host name in lower case"),
                machine(root.object("machine")),
                access(root.object("access")),
                identities(root.object("identities")),
                share(root.object("files")),
                ssh(root.object("ssh")),
                idleAfter(root),
                schedule(root),
                certificate(root.optionalObject("certificate")));
        root.end();
        return document;
    }

    private static JsonNode parse(String text) throws InvalidDocument {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new InvalidDocument("The document is not JSON: " + malformed.getOriginalMessage());
        }
    }

    private static void format(Fields root) throws InvalidDocument {
        String allowed = MachineDocument.FORMAT + "; another number needs another image version (images.version)";
        JsonNode format = root.required("format", allowed);
        if (!format.isInt() || format.intValue() != MachineDocument.FORMAT) {
            throw new InvalidDocument("format", format.toString(), allowed);
        }
    }

    private static MachineDocument.Machine machine(Fields fields) throws InvalidDocument {
        var machine = new MachineDocument.Machine(
                guid(fields, "subscriptionId"),
                fields.text("resourceGroup", NAME, A_NAME),
                fields.text("name", NAME, A_NAME),
                fields.text("image", "[0-9]+\\.[0-9]+\\.[0-9]+", "an image version such as 2026.11.1"));
        fields.end();
        return machine;
    }

    private static MachineDocument.Access access(Fields fields) throws InvalidDocument {
        var access = new MachineDocument.Access(
                guid(fields, "tenantId"),
                guid(fields, "signInClientId"),
                fields.text("workspaceId", WORKSPACE_ID, "the id of a machine-learning workspace"),
                fields.has("owner") ? Optional.of(guid(fields, "owner")) : Optional.empty(),
                fields.text("contact", "[^\\s@<>\"]+@[^\\s@<>\"]+", "an e-mail address"));
        fields.end();
        return access;
    }

    private static MachineDocument.Identities identities(Fields fields) throws InvalidDocument {
        var identities = new MachineDocument.Identities(
                guid(fields, "agent"), guid(fields, "notebook"), guid(fields, "signin"));
        fields.end();
        return identities;
    }

    private static MachineDocument.Share share(Fields fields) throws InvalidDocument {
        var share = new MachineDocument.Share(
                fields.text("account", "[a-z0-9]{3,24}", "a storage account's name"),
                fields.text("share", "[a-z0-9]([a-z0-9-]{1,61})[a-z0-9]", "a share's name"));
        fields.end();
        return share;
    }

    private static MachineDocument.Ssh ssh(Fields fields) throws InvalidDocument {
        boolean enabled = fields.bool("enabled");
        String account = fields.text("account", "[a-z_][a-z0-9_-]{0,31}", "a Linux account's name");
        Optional<String> key = fields.optionalText("publicKey", KEY_LINE, "one OpenSSH key line");
        fields.end();
        if (enabled != key.isPresent()) {
            throw new InvalidDocument(
                    fields.path("publicKey"), enabled ? "missing" : "there", "a key exactly when SSH is enabled");
        }
        return new MachineDocument.Ssh(account, key);
    }

    private static Optional<Duration> idleAfter(Fields root) throws InvalidDocument {
        return root.text("idleAfter", "an ISO 8601 duration above zero such as PT1H, or never", text ->
                text.equals(NEVER) ? Optional.empty() : Optional.of(positive(Duration.parse(text))));
    }

    private static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(duration.toString());
        }
        return duration;
    }

    private static Optional<MachineDocument.Schedule> schedule(Fields root) throws InvalidDocument {
        JsonNode node = root.required("schedule", "an object, or never");
        if (node.isTextual() && node.textValue().equals(NEVER)) {
            return Optional.empty();
        }
        Fields fields = Fields.of("schedule", node);
        var schedule = new MachineDocument.Schedule(
                days(fields),
                fields.text("start", "a time such as 08:00", LocalTime::parse),
                fields.text("stop", "a time such as 19:00", LocalTime::parse),
                fields.text("timeZone", "a time zone such as Europe/Amsterdam", ZoneId::of));
        fields.end();
        return Optional.of(schedule);
    }

    private static List<DayOfWeek> days(Fields fields) throws InvalidDocument {
        String allowed = "a list of days, Mon to Sun";
        JsonNode node = fields.required("days", allowed);
        if (!node.isArray() || node.isEmpty()) {
            throw new InvalidDocument(fields.path("days"), node.toString(), allowed);
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (JsonNode day : node) {
            days.add(Fields.parse(fields.path("days"), day, allowed, word -> Optional.ofNullable(DAYS.get(word)).orElseThrow()));
        }
        return days;
    }

    private static Optional<MachineDocument.Certificate> certificate(Optional<Fields> given) throws InvalidDocument {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = given.get();
        var certificate = new MachineDocument.Certificate(
                URI.create(fields.text("vault", "https://[a-z0-9-]+(\\.[a-z0-9-]+)+/", "a vault's address over https")),
                fields.text("name", "[A-Za-z0-9-]{1,127}", "a certificate's name"));
        fields.end();
        return Optional.of(certificate);
    }

    private static String guid(Fields fields, String key) throws InvalidDocument {
        return fields.text(key, GUID, A_GUID).toLowerCase(Locale.ROOT);
    }
}
