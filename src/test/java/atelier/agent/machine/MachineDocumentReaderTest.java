package atelier.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pure; the oracle is what the program writes, its golden texts. */
final class MachineDocumentReaderTest {

    @Test
    void readsAPersonalWorkstation() {
        String workspace = "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups/atelier-vision-data"
                + "/providers/Microsoft.MachineLearningServices/workspaces/atelier-vision-g1";
        MachineDocument expected = new MachineDocument(
                "ada",
                "vision-ada-0a1b2c.westeurope.cloudapp.azure.com",
                new MachineDocument.Machine(
                        "11111111-aaaa-4bbb-8ccc-222222222222", "atelier-vision-compute", "vision-ada", "2026.11.1"),
                new MachineDocument.Access(
                        Documents.TENANT,
                        "4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae",
                        workspace,
                        Optional.of(Documents.OWNER),
                        "ml-platform@example.com"),
                new MachineDocument.Identities(
                        "a0000000-0000-4000-8000-000000000001", Documents.NOTEBOOK, "c0000000-0000-4000-8000-000000000003"),
                new MachineDocument.Share("stvision0a1b2c", "code-391ff5ac-6576-460f-ba4d-7e03433c68b6"),
                new MachineDocument.Ssh("azureuser", Optional.of("ssh-ed25519 "
                        + "AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ ada@example.com")),
                Optional.of(Duration.ofHours(1)),
                Optional.empty(),
                Optional.empty());
        assertEquals(expected, Documents.personal());
    }

    @Test
    void readsASharedWorkstationWithAScheduleAndACertificate() {
        MachineDocument shared = Documents.shared();
        assertEquals(Optional.empty(), shared.access().owner());
        assertFalse(shared.ssh().enabled());
        assertEquals(Optional.empty(), shared.idleAfter());
        assertEquals(
                Optional.of(new MachineDocument.Schedule(
                        List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(8, 0),
                        LocalTime.of(19, 30),
                        ZoneId.of("Europe/Amsterdam"))),
                shared.schedule());
        assertEquals(
                Optional.of(new MachineDocument.Certificate(
                        URI.create("https://kv-vision-g1-0a1b2c.vault.azure.net/"), "wildcard")),
                shared.certificate());
    }

    @Test
    void theMachinesIdIsTheOneOfResourceManager() {
        assertEquals(
                "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups/atelier-vision-compute"
                        + "/providers/Microsoft.Compute/virtualMachines/vision-ada",
                Documents.personal().machine().id());
    }

    @Test
    void guidsAreComparedInLowerCase() throws InvalidDocument {
        String upper = Documents.changed(document -> section(document, "access").put("owner", Documents.OWNER.toUpperCase()));
        assertEquals(Optional.of(Documents.OWNER), MachineDocumentReader.read(upper).access().owner());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(it -> it.put("colour", "red"), "colour is an unknown key; allowed is one of "
                        + "[access, certificate, files, format, host, identities, idleAfter, machine, schedule, ssh, "
                        + "workstation]"),
                mistake(it -> section(it, "access").put("groups", "x"), "access.groups is an unknown key; allowed is one of "
                        + "[contact, owner, signInClientId, tenantId, workspaceId]"),
                mistake(it -> it.put("format", 2),
                        "format is 2; allowed is 1; another number needs another image version (images.version)"),
                mistake(it -> it.put("format", "1"),
                        "format is \"1\"; allowed is 1; another number needs another image version (images.version)"),
                mistake(it -> it.remove("format"),
                        "format is missing; allowed is 1; another number needs another image version (images.version)"),
                mistake(it -> it.remove("host"), "host is missing; allowed is a host name in lower case"),
                mistake(it -> it.put("host", "a b"), "host is \"a b\"; allowed is a host name in lower case"),
                mistake(it -> it.put("host", 7), "host is 7; allowed is a host name in lower case"),
                mistake(it -> it.put("machine", "vision-ada"), "machine is \"vision-ada\"; allowed is an object"),
                mistake(it -> section(it, "access").put("owner", "ada"), "access.owner is \"ada\"; allowed is a GUID"),
                mistake(it -> section(it, "access").putNull("owner"), "access.owner is null; allowed is a GUID"),
                mistake(it -> section(it, "access").put("workspaceId", "/subscriptions/x"),
                        "access.workspaceId is \"/subscriptions/x\"; allowed is the id of a machine-learning workspace"),
                mistake(it -> section(it, "access").put("contact", "<b>"),
                        "access.contact is \"<b>\"; allowed is an e-mail address"),
                mistake(it -> section(it, "files").put("share", "../etc"),
                        "files.share is \"../etc\"; allowed is a share's name"),
                mistake(it -> section(it, "ssh").put("enabled", "true"), "ssh.enabled is \"true\"; allowed is true or false"),
                mistake(it -> section(it, "ssh").put("enabled", false),
                        "ssh.publicKey is there; allowed is a key exactly when SSH is enabled"),
                mistake(it -> section(it, "ssh").remove("publicKey"),
                        "ssh.publicKey is missing; allowed is a key exactly when SSH is enabled"),
                mistake(it -> section(it, "ssh").put("publicKey", "ssh-rsa AAAA\nssh-rsa BBBB"),
                        "ssh.publicKey is \"ssh-rsa AAAA\\nssh-rsa BBBB\"; allowed is one OpenSSH key line"),
                mistake(it -> it.put("idleAfter", "PT0S"),
                        "idleAfter is \"PT0S\"; allowed is an ISO 8601 duration above zero such as PT1H, or never"),
                mistake(it -> it.put("schedule", "sometimes"), "schedule is \"sometimes\"; allowed is an object"),
                mistake(it -> it.putObject("schedule").putArray("days").add("Someday"),
                        "schedule.days is \"Someday\"; allowed is a list of days, Mon to Sun"),
                mistake(it -> it.putObject("certificate").put("vault", "http://kv.vault.azure.net/"),
                        "certificate.vault is \"http://kv.vault.azure.net/\"; allowed is a vault's address over https"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongAndWhatIsAllowed(Consumer<ObjectNode> change, String message) {
        String text = Documents.changed(change);
        assertEquals(message, assertThrows(InvalidDocument.class, () -> MachineDocumentReader.read(text)).getMessage());
    }

    @Test
    void aTextThatIsNoJsonOrSaysSomethingTwiceIsRefused() {
        assertEquals("the document is \"ada\"; allowed is an object", refusal("\"ada\""));
        assertEquals("the document is ; allowed is an object", refusal(""));
        assertEquals("The document is not JSON: Duplicate field 'format'", refusal("{\"format\":1,\"format\":1}"));
    }

    private static String refusal(String text) {
        return assertThrows(InvalidDocument.class, () -> MachineDocumentReader.read(text)).getMessage();
    }

    private static Arguments mistake(Consumer<ObjectNode> change, String message) {
        return Arguments.of(change, message);
    }

    private static ObjectNode section(ObjectNode document, String key) {
        return (ObjectNode) document.get(key);
    }
}
