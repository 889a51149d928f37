package atelier.rehearsal;

import static atelier.rehearsal.ShellAttack.CONNECTION_REFUSED;
import static atelier.rehearsal.ShellAttack.as;
import static atelier.rehearsal.ShellAttack.assertEnds;
import static atelier.rehearsal.ShellAttack.terminal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ways to Azure's own addresses and to the services on loopback, from a terminal, from another account, and from a network of its
 * own behind the machine, as a container has one. Refused at once: curl says that it could not connect (7), and not that it has
 * waited (28).
 */
@ExtendWith(DevWorkstation.class)
class MetadataAttacksRehearsal {
    private static final String TOKEN = "/metadata/identity/oauth2/token?api-version=2018-02-01"
            + "&resource=https://management.azure.com/";
    private static final String HELD = "curl --silent --show-error --max-time 10 --noproxy '*' ";

    static final List<Attack<Workstation>> ATTACKS = Stream.of(
            Stream.of(
                    unreachable("a token of the machine from a terminal", "http://169.254.169.254" + TOKEN),
                    unreachable("the machine's document from a terminal",
                            "http://169.254.169.254/metadata/instance?api-version=2021-02-01"),
                    unreachable("the machine's userData",
                            "http://169.254.169.254/metadata/instance/compute/userData?api-version=2021-01-01&format=text"),
                    unreachable("the metadata service under another spelling", "http://2852039166" + TOKEN),
                    unreachable("the metadata service in hexadecimal", "http://0xA9FEA9FE" + TOKEN),
                    unreachable("the metadata service as an IPv6 address", "http://[::ffff:169.254.169.254]" + TOKEN),
                    unreachable("the metadata service at another port", "http://169.254.169.254:443/"),
                    unreachable("the platform's settings (wire server)", "http://168.63.129.16/machine?comp=goalstate"),
                    unreachable("the platform's certificates (wire server)", "http://168.63.129.16:32526/vmSettings"),
                    unreachable("oauth2-proxy", "http://127.0.0.1:4180/oauth2/auth"),
                    unreachable("the agent that decides", "http://127.0.0.1:4181/authorize"),
                    unreachable("the agent that watches", "http://127.0.0.1:4183/status"),
                    unreachable("oauth2-proxy under another address of loopback", "http://localhost:4180/ping"),
                    terminal("a hold in somebody else's name", HELD
                            + "-X POST -H 'X-Atelier-User: grace@example.com' -d '{\"hours\":1}' "
                            + "http://127.0.0.1:4183/hold", CONNECTION_REFUSED, "connect"),
                    terminal("the metadata service by name lookup (UDP)",
                            "exec 3<>/dev/udp/168.63.129.16/53 && echo x >&3 && echo y >&3",
                            1, "Operation not permitted|Permission denied|Connection refused")),
            Stream.of("nobody", "www-data").map(account -> as(
                    account, "a token of the machine by " + account, metadata("http://169.254.169.254" + TOKEN),
                            CONNECTION_REFUSED, "connect")),
            Stream.of("4180", "4181", "4183").map(port -> as(
                    "nobody", "port " + port + " by nobody", HELD + "http://127.0.0.1:" + port + "/", CONNECTION_REFUSED,
                            "connect")),
            Stream.of(
                    as("atelier-tokens", "the agent's decision by the token broker's account", HELD
                            + "http://127.0.0.1:4181/authorize",
                            CONNECTION_REFUSED, "connect"),
                    as("atelier-watch", "oauth2-proxy by the watch's account", HELD + "http://127.0.0.1:4180/ping",
                            CONNECTION_REFUSED, "connect"),
                    forwarded("a token of the machine from a container's network", "http://169.254.169.254" + TOKEN),
                    forwarded("the platform's settings from a container's network",
                            "http://168.63.129.16/machine?comp=goalstate"),
                    rootless("a token of the machine from a container without root", "http://169.254.169.254" + TOKEN),
                    rootless("the platform's settings from a container without root",
                            "http://168.63.129.16/machine?comp=goalstate")))
            .flatMap(attacks -> attacks).toList();

    @TestFactory
    Stream<DynamicTest> nobodyReachesThem(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void rootReachesThemAndTheServicesReachEachOther(Workstation workstation) {
        assertEnds(0, "\"access_token\"", workstation.run("bash", "-c", metadata("http://169.254.169.254" + TOKEN
                + "&client_id=" + workstation.json("/run/atelier/machine.json").at("/identities/agent").asText())));
        assertEnds(0, "^200$", workstation.run("bash", "-c", status("http://127.0.0.1:4183/status")));
        assertEnds(0, "^401$", workstation.shell("azureuser", status(
                "https://management.azure.com/subscriptions?api-version=2022-12-01")));
        assertEnds(0, "^401$", workstation.run("runuser", "-u", "www-data", "--", "bash", "-c",
                status("http://127.0.0.1:4181/authorize")));
        assertEnds(0, "^401$", workstation.run(
                "runuser", "-u", "atelier-authorize", "--", "bash", "-c", status("http://127.0.0.1:4180/oauth2/auth")));
    }

    @Test
    void bothContainerNetworksReachTheRestOfTheWorld(Workstation workstation) {
        String world = status("https://management.azure.com/subscriptions?api-version=2022-12-01");
        assertEnds(0, "^401$", workstation.run("bash", "-euc", inForwardedNetwork(world)));
        assertEnds(0, "^401$", workstation.shell("azureuser", inRootlessNetwork(world)));
    }

    @Test
    void nothingElseListensBeyondTheMachineThanWhatTheDocumentSays(Workstation workstation) {
        String ports = workstation.run("bash", "-c",
                "ss -Hltun | awk '{print $1, $5}' | grep -vE ' (127\\.|\\[::1\\]|\\[::ffff:127\\.)' "
                + "| sed -E 's/ .*:([0-9]+)$/ \\1/' | sort -u | paste -s -d ,").succeeded().out().strip();
        assertEquals("tcp 22,tcp 443", ports);
    }

    private static Attack<Workstation> unreachable(String name, String address) {
        return terminal(name, metadata(address), CONNECTION_REFUSED, "connect");
    }

    private static Attack<Workstation> forwarded(String name, String address) {
        return new Attack<>(name, workstation -> assertEnds(
                CONNECTION_REFUSED, "connect", workstation.run("bash", "-euc", inForwardedNetwork(metadata(address)))));
    }

    private static Attack<Workstation> rootless(String name, String address) {
        return new Attack<>(name, workstation -> assertEnds(
                CONNECTION_REFUSED, "connect", workstation.shell("azureuser", inRootlessNetwork(metadata(address)))));
    }

    private static String metadata(String address) {
        return HELD + "-H Metadata:true '" + address + "'";
    }

    private static String status(String address) {
        return HELD + "--output /dev/null --write-out '%{http_code}\\n' '" + address + "'";
    }

    /** A network behind the machine, which forwards for it and gives it an address of its own (NAT), until the line ends. */
    private static String inForwardedNetwork(String line) {
        return """
                clean() { nft delete table ip attacks; umount /run/attacks; }
                trap clean EXIT
                mkdir -p /run/attacks
                mount -t proc proc /run/attacks
                echo 1 >/run/attacks/sys/net/ipv4/ip_forward
                nft 'add table ip attacks; add chain ip attacks nat { type nat hook postrouting priority srcnat; }'
                nft 'add rule ip attacks nat ip saddr 10.99.0.2 masquerade'
                unshare --net sleep 60 &
                container=$!
                until [ "$(readlink /proc/$container/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; do :; done
                ip link add outside type veth peer name inside netns $container
                ip address add 10.99.0.1/24 dev outside
                ip link set outside up
                nsenter --target $container --net ip address add 10.99.0.2/24 dev inside
                nsenter --target $container --net ip link set inside up
                nsenter --target $container --net ip route add default via 10.99.0.1
                status=0
                nsenter --target $container --net """ + " " + line
                + " || status=$?\nip link delete outside\nkill $container\nexit $status\n";
    }

    /** A network in the account's own user namespace with slirp4netns, which is what Docker without root gives to containers. */
    private static String inRootlessNetwork(String line) {
        return """
                unshare --user --map-root-user --net sleep 60 & container=$!
                until [ "$(readlink /proc/$container/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; do :; done
                slirp4netns --configure --disable-host-loopback $container tap0 >/dev/null 2>&1 & slirp=$!
                until nsenter --target $container --user --net --preserve-credentials ip route | grep -q default; do :; done
                status=0
                nsenter --target $container --user --net --preserve-credentials """ + " " + line
                + " || status=$?\nkill $slirp $container\nexit $status\n";
    }
}
