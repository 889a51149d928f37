package atelier.testing.rehearsal;

import java.util.Map;
import java.util.TreeMap;

/** What of this computer a machine must leave as it was. */
public final class Host {
    /** These have one state for everybody. */
    private static final Map<String, String> SHARED = Map.of(
            "mounts", "cut -d ' ' -f 4- /proc/self/mountinfo",
            "devices", "find /dev -path /dev/pts -prune -o -printf '%p %y %m %u %g\\n' | sort",
            "addresses", "ip -oneline address | sed 's/valid_lft.*//'",
            "routes", "ip route; ip -6 route",
            "firewall", "nft list ruleset",
            "host name", "hostname",
            "forwarding", "cat /proc/sys/net/ipv4/ip_forward");

    /** Of these other machines may have some, so only this one's count; DIRECTORY is its own, CGROUP the name of its group. */
    private static final Map<String, String> OWN = Map.of(
            "control groups", "find /sys/fs/cgroup -type d -name CGROUP",
            "loop devices", "cat /sys/block/loop*/loop/backing_file 2>/dev/null | sed -n '\\|^DIRECTORY/|p'",
            "processes of the machine", "grep --no-messages --files-with-matches CGROUP /proc/[0-9]*/cgroup",
            "processes beside it", "ls -l /proc/[0-9]*/cwd 2>/dev/null | sed -n 's|.* -> \\(DIRECTORY.*\\)|\\1|p'");

    private Host() {}

    /** One text for each, comparable with that of another moment. */
    public static Map<String, String> beside(Workstation workstation) {
        String directory = workstation.directory().toString();
        String number = Command.bash("printf %s '" + directory + "/machine' | cksum | cut -d ' ' -f 1").run().succeeded().out().strip();
        Map<String, String> now = new TreeMap<>();
        SHARED.forEach((what, command) -> now.put(what, Command.bash(command).run().succeeded().out()));
        OWN.forEach((what, command) -> now.put(what, Command.bash(command
                .replace("DIRECTORY", directory)
                .replace("CGROUP", "atelier-" + number)).run().out()));
        return now;
    }
}
