package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks of the document: the stack's own documents pass, and no field takes a text that a shell would act on. */
class DocumentRehearsal {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path DOCUMENTS = Path.of("src", "test", "resources", "boot");

    private static final List<String> HOSTILE = List.of(
            "$(touch /run/owned)", "`touch /run/owned`", "a;touch /run/owned", "a|b", "a&b", "a\ntouch /run/owned", "a\n",
            "\na", "a b",
            "../../etc/shadow", "-oProxyCommand=x", "a'b", "a\"b", "a\\b", "${HOME}", "*", "~", "a,credentials=/etc/shadow",
            "", "\u0000",
            "ä", "a%0ab", "a#b", "<script>");

    @Test
    void theStacksOwnDocumentsPass() {
        Box.Outcome outcome = Box.run("""
                for name in personal shared; do
                    jq -rf /usr/share/atelier/document.jq /checkout/src/test/resources/boot/user-data-$name.json || exit 1
                done
                """);
        assertEquals("", outcome.succeeded().output());
    }

    @Test
    void everyFieldRefusesEveryHostileText() throws IOException {
        List<String> expected = new ArrayList<>();
        StringBuilder documents = new StringBuilder();
        for (String name : List.of("user-data-personal.json", "user-data-shared.json")) {
            JsonNode sound = MAPPER.readTree(DOCUMENTS.resolve(name).toFile());
            for (String pointer : leaves("", sound)) {
                for (String text : HOSTILE) {
                    documents.append(with(sound, pointer, text)).append('\n');
                    expected.add(pointer);
                }
            }
        }
        Box.Outcome outcome = Box.run("""
                cat >/run/documents <<'DOCUMENTS'
                %sDOCUMENTS
                checks() { sed '/^# What has not/,$d' /usr/share/atelier/document.jq && echo '[shape, values] | length'; }
                jq -c --from-file <(checks) /run/documents
                """.formatted(documents));
        List<String> passed = new ArrayList<>();
        List<String> problems = outcome.succeeded().lines();
        assertEquals(expected.size(), problems.size(), outcome.output());
        for (int index = 0; index < expected.size(); index++) {
            if (problems.get(index).equals("0")) {
                passed.add(expected.get(index) + " took '" + HOSTILE.get(index % HOSTILE.size()) + "'");
            }
        }
        assertEquals(List.of(), passed);
        assertTrue(expected.size() > 900, "documents judged: " + expected.size());
    }

    @Test
    void anUnknownKeyAnotherFormAndAKeyWithOptionsAreRefused() {
        Box.Outcome outcome = Box.run("""
                judge() {
                    jq "$1" /checkout/src/test/resources/boot/user-data-personal.json | jq -rf /usr/share/atelier/document.jq
                }
                judge '.format = 2'
                judge '.run = "id"'
                judge '.ssh.command = "id"'
                judge '.ssh = "on"'
                judge '.ssh.enabled = "true"'
                judge '.ssh.publicKey = "command=\\"id\\" " + .ssh.publicKey'
                judge '.ssh.publicKey = .ssh.publicKey + "\\n" + .ssh.publicKey'
                judge '.ssh.account = "root"'
                judge 'del(.host)'
                judge '[.]'
                """);
        assertEquals(List.of(
                "format: 2", "run: not known in format 1", "ssh.command: not known in format 1", "ssh: not an object",
                "ssh.enabled: \"true\"", "ssh.publicKey: \"ssh-ed25519", "ssh.publicKey: \"command=\\\"id\\\" ssh-ed25519",
                "ssh.publicKey: \"ssh-ed25519", "ssh.account: \"root\"", "host: null", "the document is no object"),
                outcome.lines().stream().map(line -> line.replaceAll(" AAAA.*| is not allowed$", "")).toList());
    }

    @Test
    void aDocumentThatIsRefusedLeavesTheOneInForce() {
        Box.Outcome outcome = Box.run("""
                cp /checkout/src/test/resources/boot/user-data-personal.json /run/atelier/machine.json
                sed 's/"ada"/"$(reboot)"/' /run/atelier/machine.json >/run/atelier/watch/machine.json
                /usr/lib/atelier/apply
                echo "exit $?"
                cmp /run/atelier/machine.json /checkout/src/test/resources/boot/user-data-personal.json && echo kept
                """);
        assertEquals("""
                the document is refused, the one before stays in force: \
                workstation: "$(reboot)" is not allowed. Deploy the stack again
                exit 1
                kept
                """, outcome.output());
    }

    @Test
    void aLinkOfTheWatchShowsNothingOfRoot() {
        Box.Outcome outcome = Box.run("""
                ln -s /etc/shadow /run/atelier/watch/machine.json
                /usr/lib/atelier/apply
                echo "exit $?"
                ls /run/atelier/machine.json
                """);
        assertTrue(outcome.output().contains("Permission denied\nexit 1\n"), outcome.output());
        assertTrue(outcome.failed().output().contains("cannot access '/run/atelier/machine.json'"), outcome.output());
    }

    private static List<String> leaves(String pointer, JsonNode node) {
        List<String> leaves = new ArrayList<>();
        if (!node.isContainerNode()) {
            return List.of(pointer);
        }
        if (node.isArray()) {
            leaves.addAll(leaves(pointer + "/0", node.get(0)));
        }
        node.fields().forEachRemaining(field -> leaves.addAll(leaves(pointer + "/" + field.getKey(), field.getValue())));
        return leaves;
    }

    private static JsonNode with(JsonNode document, String pointer, String text) {
        JsonNode copy = document.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        if (parent.isArray()) {
            ((ArrayNode) parent).set(0, text);
        } else {
            ((ObjectNode) parent).put(pointer.substring(slash + 1), text);
        }
        return copy;
    }
}
