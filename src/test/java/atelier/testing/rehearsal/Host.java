package atelier.testing.rehearsal;

import java.util.Map;
import java.util.TreeMap;

/** What of this computer a machine must leave as it was. */
public final class Host {
    private static final Map<String, String> LOOKS = Map.of(
            "mounts", "cut -d ' ' -f 4- /proc/self/mountinfo",
            "devices", "find /dev -path /dev/pts -prune -o -printf '%p %y %m %u %g\\n' | sort",
            "network interfaces and addresses", "ip -oneline address | sed 's/valid_lft.*//'",
            "routes", "ip route; ip -6 route",
            "firewall", "nft list ruleset",
            "listening sockets", "ss --no-header --listening --tcp --udp --numeric | awk '{ print $1, $5 }' | sort",
            "control groups", "find /sys/fs/cgroup -type d -name 'atelier*'",
            "loop devices", "grep --no-messages . /sys/block/loop*/loop/backing_file || true",
            "host name", "hostname",
            "kernel settings", "cat /proc/sys/net/ipv4/ip_forward /proc/sys/kernel/hostname");

    private Host() {}

    /** One text for each, comparable with that of another moment. */
    public static Map<String, String> now() {
        Map<String, String> now = new TreeMap<>();
        LOOKS.forEach((what, command) -> now.put(what, Command.bash(command).run().succeeded().out()));
        now.put("processes of machines", Command.bash(
                "for status in /proc/[0-9]*/status; do awk '/^Name:/ { name = $2 } /^NSpid:/ && NF > 2 { print name }' \"$status\" "
                + "2>/dev/null || [ ! -e \"$status\" ]; done | sort | uniq -c").run().succeeded().out());
        return now;
    }
}
