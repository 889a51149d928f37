package atelier.testing.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of IP addresses as sorted intervals that do not touch.
 *
 * <p>IPv4 and IPv6 lie on one line, IPv6 behind IPv4, so that one algorithm serves both.
 */
public record Addresses(List<Interval> intervals) {
    private static final BigInteger IPV6_START = BigInteger.ONE.shiftLeft(130);

    public static final Addresses NONE = new Addresses(List.of());
    public static final Addresses ALL = parse("0.0.0.0/0").union(parse("::/0"));

    /** First and last address, both in the set. */
    public record Interval(BigInteger first, BigInteger last) {
        @Override
        public String toString() {
            return first.equals(last) ? text(first) : text(first) + "-" + text(last);
        }
    }

    public static Addresses of(Collection<String> ranges) {
        return ranges.stream().map(Addresses::parse).reduce(NONE, Addresses::union);
    }

    public static Addresses of(String... ranges) {
        return of(List.of(ranges));
    }

    /** A CIDR, one address, or {@code first-last}; host bits are ignored, as Azure ignores them. */
    static Addresses parse(String range) {
        if (range.contains("-")) {
            String[] ends = range.split("-");
            return new Addresses(List.of(new Interval(number(ends[0]), number(ends[1]))));
        }
        String[] parts = range.split("/");
        int bits = parts[0].contains(":") ? 128 : 32;
        int hostBits = parts.length == 1 ? 0 : bits - Integer.parseInt(parts[1]);
        BigInteger first = number(parts[0]).shiftRight(hostBits).shiftLeft(hostBits);
        return new Addresses(List.of(new Interval(first, first.add(BigInteger.ONE.shiftLeft(hostBits))
                .subtract(BigInteger.ONE))));
    }

    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    public Addresses union(Addresses other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        all.sort(Comparator.comparing(Interval::first));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : all) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.first().compareTo(last.last().add(BigInteger.ONE)) <= 0) {
                merged.set(merged.size() - 1, new Interval(last.first(), last.last().max(next.last())));
            } else {
                merged.add(next);
            }
        }
        return new Addresses(List.copyOf(merged));
    }

    public Addresses intersect(Addresses other) {
        List<Interval> common = new ArrayList<>();
        for (Interval mine : intervals) {
            for (Interval theirs : other.intervals) {
                BigInteger first = mine.first().max(theirs.first());
                BigInteger last = mine.last().min(theirs.last());
                if (first.compareTo(last) <= 0) {
                    common.add(new Interval(first, last));
                }
            }
        }
        return new Addresses(List.copyOf(common));
    }

    public Addresses minus(Addresses other) {
        List<Interval> rest = intervals;
        for (Interval hole : other.intervals) {
            rest = rest.stream().flatMap(interval -> outside(interval, hole).stream()).toList();
        }
        return new Addresses(List.copyOf(rest));
    }

    public boolean containsAll(Addresses other) {
        return other.minus(this).isEmpty();
    }

    @Override
    public String toString() {
        return isEmpty() ? "nowhere" : intervals.stream().map(Interval::toString).collect(Collectors.joining(", "));
    }

    private static List<Interval> outside(Interval interval, Interval hole) {
        if (hole.last().compareTo(interval.first()) < 0 || hole.first().compareTo(interval.last()) > 0) {
            return List.of(interval);
        }
        List<Interval> rest = new ArrayList<>();
        if (interval.first().compareTo(hole.first()) < 0) {
            rest.add(new Interval(interval.first(), hole.first().subtract(BigInteger.ONE)));
        }
        if (interval.last().compareTo(hole.last()) > 0) {
            rest.add(new Interval(hole.last().add(BigInteger.ONE), interval.last()));
        }
        return rest;
    }

    private static BigInteger number(String address) {
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not an IP address: " + address);
        }
        try {
            BigInteger value = new BigInteger(1, InetAddress.getByName(address).getAddress());
            return address.contains(":") ? value.add(IPV6_START) : value;
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("not an IP address: " + address, malformed);
        }
    }

    private static String text(BigInteger number) {
        boolean six = number.compareTo(IPV6_START) >= 0;
        byte[] value = (six ? number.subtract(IPV6_START) : number).toByteArray();
        byte[] address = new byte[six ? 16 : 4];
        for (int i = 1; i <= Math.min(value.length, address.length); i++) {
            address[address.length - i] = value[value.length - i];
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException fourOrSixteenBytesAreAlwaysAnAddress) {
            throw new IllegalStateException(fourOrSixteenBytesAreAlwaysAnAddress);
        }
    }
}
