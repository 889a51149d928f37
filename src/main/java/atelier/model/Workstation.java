package atelier.model;

import java.util.Optional;

/**
 * One person's or the whole team's machine.
 *
 * @param owner makes it personal: only the owner and admins open it; absent means everyone who may open applications
 * @param diskGiB size of the data disk that survives every re-image, 32 to 32767 GiB
 */
public record Workstation(
        ResourceName name,
        Optional<ObjectId> owner,
        VmSize size,
        int diskGiB,
        SshAccess ssh,
        IdleStop idleAfter,
        Schedule schedule) {}
