package atelier.boot;

import atelier.model.IdleStop;
import atelier.model.ObjectId;
import atelier.model.Schedule;
import atelier.model.SshAccess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What one workstation is: the document in its {@code userData}, which the machine reads again every minute, so that a change
 * of owner, key, idle time or schedule needs no restart.
 *
 * <p>It is not secret: whoever may read the machine in Azure may read it, and it holds names, identifiers and a public key.
 * Azure allows 64 KiB: https://learn.microsoft.com/azure/virtual-machines/user-data
 *
 * @param host the name under which people reach it
 * @param certificate absent: the machine makes a self-signed one at first boot
 */
public record UserData(
        Machine machine,
        String host,
        Access access,
        Identities identities,
        Share share,
        SshAccess ssh,
        IdleStop idleAfter,
        Schedule schedule,
        Optional<Certificate> certificate) {

    /** Number of the document's form; a machine refuses one that it does not know. */
    public static final int FORMAT = 1;

    /** The account that applications run as and that people sign in to by SSH. */
    public static final String ACCOUNT = "azureuser";

    private static final String NEVER = "never";

    /** Which virtual machine it is, so that it can deallocate itself, and the image version it was made from. */
    public record Machine(String workstation, String subscriptionId, String resourceGroup, String name, String image) {}

    /**
     * Who may open it.
     *
     * @param workspaceId the workspace whose role assignments decide
     * @param owner absent: everyone who may open applications there
     * @param contact the e-mail address that the machine names to whoever it refuses
     */
    public record Access(
            ObjectId tenantId, ObjectId signInClientId, String workspaceId, Optional<ObjectId> owner, String contact) {}

    /** Client ids of the machine's managed identities. */
    public record Identities(String agent, String notebook, String signin) {}

    /** The user files: a share of a storage account. */
    public record Share(String account, String name) {}

    /** A certificate in a Key Vault; the machine reads it with its own identity. */
    public record Certificate(String vaultUri, String name) {}

    /** The document as the machine reads it, always with the same keys in the same order. */
    public String json() {
        DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(twoSpaces);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(document()) + "\n";
        } catch (JsonProcessingException treesAlwaysPrint) {
            throw new IllegalStateException(treesAlwaysPrint);
        }
    }

    /** The document as the virtual machine's {@code userData} takes it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(json().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode document() {
        ObjectNode document = object()
                .put("format", FORMAT)
                .put("workstation", machine.workstation())
                .put("host", host);
        document.set("machine", machineNode());
        document.set("access", accessNode());
        document.set("identities", identitiesNode());
        document.set("files", object().put("account", share.account()).put("share", share.name()));
        document.set("ssh", sshNode());
        document.put("idleAfter", idleAfter instanceof IdleStop.After after ? after.idle().toString() : NEVER);
        if (schedule instanceof Schedule.Weekly weekly) {
            document.set("schedule", weeklyNode(weekly));
        } else {
            document.put("schedule", NEVER);
        }
        certificate.ifPresent(it -> document.set("certificate", object().put("vault", it.vaultUri()).put("name", it.name())));
        return document;
    }

    private ObjectNode machineNode() {
        return object()
                .put("subscriptionId", machine.subscriptionId())
                .put("resourceGroup", machine.resourceGroup())
                .put("name", machine.name())
                .put("image", machine.image());
    }

    private ObjectNode accessNode() {
        ObjectNode node = object()
                .put("tenantId", access.tenantId().value())
                .put("signInClientId", access.signInClientId().value())
                .put("workspaceId", access.workspaceId());
        access.owner().ifPresent(owner -> node.put("owner", owner.value()));
        return node.put("contact", access.contact());
    }

    private ObjectNode identitiesNode() {
        return object()
                .put("agent", identities.agent())
                .put("notebook", identities.notebook())
                .put("signin", identities.signin());
    }

    // The sources are not here: the network's rules hold them, and the machine need not know.
    private ObjectNode sshNode() {
        ObjectNode node = object().put("enabled", ssh instanceof SshAccess.On).put("account", ACCOUNT);
        return ssh instanceof SshAccess.On on ? node.put("publicKey", on.publicKey().line()) : node;
    }

    private static ObjectNode weeklyNode(Schedule.Weekly weekly) {
        ObjectNode node = object();
        for (DayOfWeek day : weekly.days()) {
            node.withArray("days").add(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        }
        return node.put("start", weekly.start().toString())
                .put("stop", weekly.stop().toString())
                .put("timeZone", weekly.timeZone().getId());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
