package atelier.model;

import java.util.List;

/** Whether a workstation can be reached by SSH. Off unless asked for. */
public sealed interface SshAccess {

    /** No allow rule, an explicit deny of port 22, sshd masked. */
    record Off() implements SshAccess {}

    /** Port 22 for one key from these ranges and nothing wider. */
    record On(SshKey publicKey, List<Cidr> sources) implements SshAccess {
        public On {
            Invalid.unless(!sources.isEmpty(), sources, "at least one range");
            sources = List.copyOf(sources);
        }
    }
}
