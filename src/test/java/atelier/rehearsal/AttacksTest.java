package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Counts the attacks of the rehearsal, and holds src/site/markdown/attacks.md against them; {@code -Dgolden.update=true} writes
 * that page anew.
 */
class AttacksTest {
    private static final int PROMISED = 40;
    private static final Path PAGE = Path.of("src", "site", "markdown", "attacks.md");
    private static final String INTRODUCTION = """
            # Attacks on a workstation

            Each of these is a test of its own against the real software on the rehearsal machine (nginx, oauth2-proxy,
            JupyterLab, code-server, the agent, nftables, sshd), run by `mvn verify -Prehearsal`. Each asserts how it is
            refused, and beside every list stands a test that shows that what is allowed works. None gets through. This page
            is written by `AttacksTest`.

            What they do not prove: RStudio Server itself (a stand-in takes its socket), the real Entra and its Conditional
            Access, and what the kernel of an Azure machine adds. A container's network is there twice: forwarded by the
            machine, and by slirp4netns in the account's own namespaces, as Docker without root has it; Docker's daemon itself
            takes no part. Where headers and hidden requests are tried, a program that tells what reached it has the place of
            the applications.
            """;

    private static Map<String, List<String>> topics() {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        topics.put("Addresses", names(PathAttacksRehearsal.ATTACKS));
        topics.put("Headers", names(HeaderAttacksRehearsal.ATTACKS));
        topics.put("Hidden requests", names(SmugglingAttacksRehearsal.ATTACKS));
        topics.put("Web sockets", names(WebSocketAttacksRehearsal.ATTACKS));
        topics.put("Other sites", names(OriginAttacksRehearsal.ATTACKS));
        topics.put("Sign-in", names(SignInAttacksRehearsal.ATTACKS));
        topics.put("Sessions", names(SessionAttacksRehearsal.ATTACKS));
        topics.put("Roles", names(RightsAttacksRehearsal.ATTACKS));
        topics.put("Metadata service and loopback", names(MetadataAttacksRehearsal.ATTACKS));
        topics.put("Token broker", names(BrokerAttacksRehearsal.ATTACKS));
        topics.put("Terminal", names(TerminalAttacksRehearsal.ATTACKS));
        topics.put("Files and links", names(FileAttacksRehearsal.ATTACKS));
        topics.put("SSH", names(SshAttacksRehearsal.ATTACKS));
        topics.put("Accounts", names(AccountAttacksRehearsal.ATTACKS));
        return topics;
    }

    @Test
    void thereAreMoreThanPromisedAndEachHasANameOfItsOwn() {
        List<String> all = topics().values().stream().flatMap(List::stream).toList();
        assertTrue(all.size() >= PROMISED, () -> all.size() + " attacks");
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    @Test
    void thePageListsThem() throws IOException {
        String page = topics().entrySet().stream()
                .map(topic -> "\n## " + topic.getKey() + " (" + topic.getValue().size() + ")\n\n" + topic.getValue().stream()
                        .map(name -> "- `" + name.replace("`", "'") + "`\n").collect(Collectors.joining()))
                .collect(Collectors.joining("", INTRODUCTION, ""));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page, "run the test with -Dgolden.update=true and look at the difference");
    }

    private static <T> List<String> names(List<Attack<T>> attacks) {
        return attacks.stream().map(Attack::name).toList();
    }
}
