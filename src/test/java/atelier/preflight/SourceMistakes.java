package atelier.preflight;

import atelier.model.Problem;
import atelier.preflight.Mistakes.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sources that are too wide or none at all. */
final class SourceMistakes {
    private SourceMistakes() {}

    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(
                "the whole IPv4 Internet",
                draft -> draft.allowedSources.set(0, "0.0.0.0/0"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "0.0.0.0/0",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "the whole IPv6 Internet",
                draft -> draft.allowedSources.set(0, "::/0"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "::/0",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "a range too wide for 443",
                draft -> draft.allowedSources.set(0, "198.0.0.0/8"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "198.0.0.0/8",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "an IPv6 range too wide for 443",
                draft -> draft.allowedSources.set(0, "2a00::/16"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "2a00::/16",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "the IPv4 world in /17 pieces",
                draft -> replace(draft.allowedSources, many(33, "64.%d.0.0/17")),
                new Problem(
                        "atelier:network.allowedSources",
                        "[\"64.0.0.0/17\",\"64.1.0.0/17\",\"64.2.0.0/17\",\"64.3.0.0/17\",\"64.../17\",\"64.32.0.0/17\"] "
                                + "(486 characters)",
                        "ranges that together cover at most 16 times a /16 (IPv4); private ranges do not count",
                        "pulumi config rm --path 'atelier:network.allowedSources' && pulumi config set --path "
                                + "'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "the IPv6 world in pieces",
                draft -> replace(draft.allowedSources, many(17, "2a00:1%02d::/32")),
                new Problem(
                        "atelier:network.allowedSources",
                        "[\"2a00:100::/32\",\"2a00:101::/32\",\"2a00:102::/32\",\"2a00:103::...32\",\"2a00:116::/32\"] "
                                + "(273 characters)",
                        "ranges that together cover at most 16 times a /32 (IPv6); private ranges do not count",
                        "pulumi config rm --path 'atelier:network.allowedSources' && pulumi config set --path "
                                + "'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "a range listed twice",
                draft -> draft.allowedSources.add("203.0.113.0/24"),
                new Problem(
                        "atelier:network.allowedSources[1]",
                        "203.0.113.0/24",
                        "ranges that do not overlap; 203.0.113.0/24 is already listed",
                        "pulumi config rm --path 'atelier:network.allowedSources[1]'")));
        mistakes.add(new Mistake(
                "a range inside another",
                draft -> draft.allowedSources.add("203.0.113.128/25"),
                new Problem(
                        "atelier:network.allowedSources[1]",
                        "203.0.113.128/25",
                        "ranges that do not overlap; 203.0.113.0/24 is already listed",
                        "pulumi config rm --path 'atelier:network.allowedSources[1]'")));
        mistakes.add(new Mistake(
                "a loopback source",
                draft -> draft.allowedSources.set(0, "127.0.0.1/32"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "127.0.0.1/32",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "127.0.0.1/32: it is loopback",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "a link-local source",
                draft -> draft.allowedSources.set(0, "169.254.169.254/32"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "169.254.169.254/32",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "169.254.169.254/32: it is link-local",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "a multicast source",
                draft -> draft.allowedSources.set(0, "224.0.0.0/4"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "224.0.0.0/4",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "224.0.0.0/4: it is multicast",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "a reserved source",
                draft -> draft.allowedSources.set(0, "255.255.255.255/32"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "255.255.255.255/32",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "255.255.255.255/32: it is reserved",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "an unspecified source",
                draft -> draft.allowedSources.set(0, "0.0.0.0/32"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "0.0.0.0/32",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "0.0.0.0/32: it is \"this network\"",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "Azure's platform address",
                draft -> draft.allowedSources.set(0, "168.63.129.16/32"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "168.63.129.16/32",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "168.63.129.16/32: it is Azure's own platform address",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "IPv4 addresses written as IPv6 (NAT64)",
                draft -> draft.allowedSources.set(0, "64:ff9b::/96"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "64:ff9b::/96",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "64:ff9b::/96: it is outside the IPv6 addresses that are routed (2000::/3)",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "IPv6 link-local",
                draft -> draft.allowedSources.set(0, "fe80::/64"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "fe80::/64",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "fe80::/64: it is outside the IPv6 addresses that are routed (2000::/3)",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "6to4",
                draft -> draft.allowedSources.set(0, "2002::/16"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "2002::/16",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "2002::/16: it is 6to4, which stands for IPv4 addresses",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "Teredo",
                draft -> draft.allowedSources.set(0, "2001::/32"),
                new Problem(
                        "atelier:network.allowedSources[0]",
                        "2001::/32",
                        "a range of at least /16 (IPv4) or /32 (IPv6), or a private one; nobody comes from "
                                + "2001::/32: it is Teredo, which stands for IPv4 addresses",
                        "pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "an SSH range too wide",
                draft -> draft.ada().sshSources = Optional.of(SpecDraft.list("198.51.100.0/23")),
                new Problem(
                        "atelier:workstations[0].ssh.sources[0]",
                        "198.51.100.0/23",
                        "a range of at least /24 (IPv4) or /64 (IPv6), or a private one",
                        "pulumi config set --path 'atelier:workstations[0].ssh.sources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "an IPv6 SSH range too wide",
                draft -> draft.ada().sshSources = Optional.of(SpecDraft.list("2a00:1::/48")),
                new Problem(
                        "atelier:workstations[0].ssh.sources[0]",
                        "2a00:1::/48",
                        "a range of at least /24 (IPv4) or /64 (IPv6), or a private one",
                        "pulumi config set --path 'atelier:workstations[0].ssh.sources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "SSH ranges too wide together",
                draft -> draft.ada().sshSources = Optional.of(many(17, "198.51.%d.0/24")),
                new Problem(
                        "atelier:workstations[0].ssh.sources",
                        "[\"198.51.0.0/24\",\"198.51.1.0/24\",\"198.51.2.0/24\",\"198.51.3.0...4\",\"198.51.16.0/24\"] "
                                + "(280 characters)",
                        "ranges that together cover at most 16 times a /24 (IPv4); private ranges do not count",
                        "pulumi config rm --path 'atelier:workstations[0].ssh.sources' && pulumi config set "
                                + "--path 'atelier:workstations[0].ssh.sources[0]' 203.0.113.1/32")));
        mistakes.add(new Mistake(
                "SSH from the Internet to a private workstation",
                draft -> hide(draft, true),
                new Problem(
                        "atelier:workstations[0].ssh.sources[0]",
                        "203.0.113.7/32",
                        "a private range, because the exposure is private",
                        "pulumi config set --path 'atelier:workstations[0].ssh.sources[0]' 10.0.0.1/32")));
        return mistakes;
    }

    private static void hide(SpecDraft draft, boolean bastion) {
        draft.isPrivate = true;
        draft.bastion = bastion;
    }

    private static void replace(List<String> list, List<String> values) {
        list.clear();
        list.addAll(values);
    }

    private static List<String> many(int count, String pattern) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(pattern::formatted).toList());
    }
}
