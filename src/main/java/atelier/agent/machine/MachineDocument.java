package atelier.agent.machine;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What one workstation is, as the stack wrote it into the machine's {@code userData}; read by {@link MachineDocumentReader}.
 *
 * <p>It holds names, identifiers and a public key, and no secret. Every GUID is in lower case.
 *
 * @param workstation the name that its users know
 * @param host the name under which people reach it
 * @param idleAfter how long it may be idle before it stops; absent: never stops for that
 * @param schedule when it is started and stopped; absent: never
 * @param certificate absent: the machine makes a self-signed one at first boot
 */
public record MachineDocument(
        String workstation,
        String host,
        Machine machine,
        Access access,
        Identities identities,
        Share files,
        Ssh ssh,
        Optional<Duration> idleAfter,
        Optional<Schedule> schedule,
        Optional<Certificate> certificate) {

    /** The number of the only form that this agent reads. */
    public static final int FORMAT = 1;

    /** Which virtual machine it is and the image version it was made from. */
    public record Machine(String subscriptionId, String resourceGroup, String name, String image) {

        /** Its id in Resource Manager. */
        public String id() {
            return "/subscriptions/" + subscriptionId + "/resourceGroups/" + resourceGroup
                    + "/providers/Microsoft.Compute/virtualMachines/" + name;
        }
    }

    /**
     * Who may open it.
     *
     * @param workspaceId the workspace whose role assignments decide
     * @param owner the only one besides administrators; absent: everyone who may open applications there
     * @param contact the e-mail address to ask for access
     */
    public record Access(
            String tenantId, String signInClientId, String workspaceId, Optional<String> owner, String contact) {}

    /** Client ids of the machine's managed identities. */
    public record Identities(String agent, String notebook, String signin) {}

    /** The user files: a share of a storage account. */
    public record Share(String account, String share) {}

    /**
     * How it is reached by SSH.
     *
     * @param publicKey one OpenSSH line; absent exactly when SSH is off
     */
    public record Ssh(String account, Optional<String> publicKey) {
        public boolean enabled() {
            return publicKey.isPresent();
        }
    }

    /** When it runs, every week. */
    public record Schedule(List<DayOfWeek> days, LocalTime start, LocalTime stop, ZoneId timeZone) {
        public Schedule {
            days = List.copyOf(days);
        }
    }

    /** A certificate in a Key Vault; the machine reads it with its own identity. */
    public record Certificate(URI vault, String name) {}
}
