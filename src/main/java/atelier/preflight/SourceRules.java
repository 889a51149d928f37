package atelier.preflight;

import atelier.model.Cidr;
import atelier.model.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranges that may reach a port: each can be a source at all, none is too wide, and together they are not too wide either.
 *
 * <p>Removals are listed from the end of the list to its start, so that the commands still fit after the one before.
 */
final class SourceRules {
    /** How many times the widest single range a whole list may cover. */
    static final int WIDEST_UNION = 16;

    private static final Map<Cidr, String> NEVER = new TreeMap<>(Map.ofEntries(
            Map.entry(new Cidr("0.0.0.0/8"), "\"this network\""),
            Map.entry(new Cidr("127.0.0.0/8"), "loopback"),
            Map.entry(new Cidr("168.63.129.16/32"), "Azure's own platform address"),
            Map.entry(new Cidr("169.254.0.0/16"), "link-local"),
            Map.entry(new Cidr("224.0.0.0/4"), "multicast"),
            Map.entry(new Cidr("240.0.0.0/4"), "reserved"),
            Map.entry(new Cidr("2001::/32"), "Teredo, which stands for IPv4 addresses"),
            Map.entry(new Cidr("2002::/16"), "6to4, which stands for IPv4 addresses")));
    private static final int LONGEST_VALUE = 100;
    private static final Cidr GLOBAL_IPV6 = new Cidr("2000::/3");
    private static final List<Cidr> PUBLIC_EXAMPLES =
            List.of(new Cidr("203.0.113.0/24"), new Cidr("198.51.100.0/24"), new Cidr("192.0.2.0/24"));
    private static final List<Cidr> PRIVATE_EXAMPLES =
            List.of(new Cidr("10.0.0.0/24"), new Cidr("192.168.0.0/24"), new Cidr("172.31.0.0/24"));

    /** What a port accepts. */
    enum Width {
        HTTPS(16, 32, false),
        SSH(24, 64, false),
        SSH_PRIVATE(24, 64, true);

        private final int ipv4Prefix;
        private final int ipv6Prefix;
        private final boolean privateOnly;

        Width(int ipv4Prefix, int ipv6Prefix, boolean privateOnly) {
            this.ipv4Prefix = ipv4Prefix;
            this.ipv6Prefix = ipv6Prefix;
            this.privateOnly = privateOnly;
        }

        private int prefix(boolean ipv6) {
            return ipv6 ? ipv6Prefix : ipv4Prefix;
        }

        private String allowed() {
            return privateOnly
                    ? "a private range, because the exposure is private"
                    : "a range of at least /" + ipv4Prefix + " (IPv4) or /" + ipv6Prefix + " (IPv6), or a private one";
        }
    }

    private final String path;
    private final List<Cidr> sources;
    private final Width width;
    private final List<Optional<String>> complaints;

    private SourceRules(String path, List<Cidr> sources, Width width) {
        this.path = path;
        this.sources = sources;
        this.width = width;
        this.complaints = sources.stream().map(this::complaint).toList();
    }

    static List<Problem> judge(String path, List<Cidr> sources, Width width) {
        return new SourceRules(path, sources, width).problems();
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        IntStream.range(0, sources.size()).forEach(index -> complaints.get(index).ifPresent(allowed ->
                problems.add(new Problem(at(index), sources.get(index).text(), allowed, Fix.set(at(index), example(index))))));
        IntStream.range(0, sources.size())
                .map(index -> sources.size() - 1 - index)
                .forEach(index -> overlap(index).ifPresent(problems::add));
        return problems.isEmpty() ? union() : problems;
    }

    private String at(int index) {
        return path + "[" + index + "]";
    }

    private Optional<String> complaint(Cidr source) {
        Optional<String> never = never(source);
        if (never.isPresent()) {
            return never.map(what -> width.allowed() + "; nobody comes from " + source + ": it is " + what);
        }
        boolean narrow = source.isPrivate() || !width.privateOnly && source.prefix() >= width.prefix(source.ipv6());
        return narrow ? Optional.empty() : Optional.of(width.allowed());
    }

    private static Optional<String> never(Cidr source) {
        Optional<String> named = NEVER.entrySet().stream()
                .filter(entry -> entry.getKey().contains(source))
                .map(Map.Entry::getValue)
                .findFirst();
        boolean routed = !source.ipv6() || source.isPrivate() || source.overlaps(GLOBAL_IPV6);
        return named.isPresent() || routed ? named : Optional.of("outside the IPv6 addresses that are routed (2000::/3)");
    }

    private Optional<Problem> overlap(int index) {
        Cidr source = sources.get(index);
        return IntStream.range(0, index)
                .filter(earlier -> sound(earlier) && sound(index))
                .mapToObj(sources::get)
                .filter(earlier -> earlier.overlaps(source))
                .findFirst()
                .map(earlier -> new Problem(
                        at(index),
                        source.text(),
                        "ranges that do not overlap; " + earlier + " is already listed",
                        Fix.remove(at(index))));
    }

    private List<Problem> union() {
        return Stream.of(false, true).filter(this::unionTooWide).map(this::unionProblem).limit(1).toList();
    }

    // Overlaps were refused before, so that the sum is the size of the union.
    private boolean unionTooWide(boolean ipv6) {
        BigInteger covered = sources.stream()
                .filter(source -> source.ipv6() == ipv6 && !source.isPrivate())
                .map(Cidr::size)
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger widest = BigInteger.ONE.shiftLeft((ipv6 ? 128 : 32) - width.prefix(ipv6));
        return covered.compareTo(widest.multiply(BigInteger.valueOf(WIDEST_UNION))) > 0;
    }

    private Problem unionProblem(boolean ipv6) {
        String allowed = "ranges that together cover at most " + WIDEST_UNION + " times a /" + width.prefix(ipv6)
                + (ipv6 ? " (IPv6)" : " (IPv4)") + "; private ranges do not count";
        String value = sources.stream().map(source -> "\"" + source + "\"").collect(Collectors.joining(",", "[", "]"));
        return new Problem(path, shortened(value), allowed, Fix.onlyElement(path, example(0)));
    }

    private static String shortened(String value) {
        int end = value.length();
        return end <= LONGEST_VALUE
                ? value
                : value.substring(0, 60) + "..." + value.substring(end - 20) + " (" + end + " characters)";
    }

    private boolean sound(int index) {
        return complaints.get(index).isEmpty();
    }

    /** A single address that overlaps no sound range of the list; another one for every index. */
    private Cidr example(int index) {
        List<Cidr> networks = width.privateOnly ? PRIVATE_EXAMPLES : PUBLIC_EXAMPLES;
        return networks.stream()
                .map(network -> network.subnet(32, 1 + index % 254))
                .filter(address -> IntStream.range(0, sources.size())
                        .noneMatch(other -> sound(other) && sources.get(other).overlaps(address)))
                .findFirst()
                .orElse(networks.get(0).subnet(32, 1 + index % 254));
    }
}
