package atelier.model;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A range of IPv4 or IPv6 addresses, written with its first address and its prefix length. */
public record Cidr(String text) implements Comparable<Cidr> {
    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");
    private static final String ALLOWED = "a CIDR range that starts at its own first address, such as 203.0.113.0/24";

    public Cidr {
        Invalid.unless(text.matches("([0-9.]+|[0-9a-fA-F:]+)/(0|[1-9][0-9]{0,2})"), text, ALLOWED);
        Invalid.unless(wellFormed(text), text, ALLOWED);
    }

    public boolean ipv6() {
        return text.contains(":");
    }

    /** Number of leading bits that are fixed. */
    public int prefix() {
        return Integer.parseInt(text.substring(text.indexOf('/') + 1));
    }

    /** Number of addresses in the range. */
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(width() - prefix());
    }

    public BigInteger first() {
        return number(text.substring(0, text.indexOf('/')));
    }

    public BigInteger last() {
        return first().add(size()).subtract(BigInteger.ONE);
    }

    public boolean contains(Cidr other) {
        return ipv6() == other.ipv6() && first().compareTo(other.first()) <= 0 && last().compareTo(other.last()) >= 0;
    }

    public boolean overlaps(Cidr other) {
        return ipv6() == other.ipv6() && first().compareTo(other.last()) <= 0 && other.first().compareTo(last()) <= 0;
    }

    /** Whether every address is one that the Internet does not route (RFC 1918, RFC 6598, RFC 4193). */
    public boolean isPrivate() {
        return PRIVATE.stream().map(Cidr::new).anyMatch(range -> range.contains(this));
    }

    /**
     * The {@code index}-th subnet with the given prefix.
     *
     * @param newPrefix at least this range's prefix
     * @param index from 0; must fit
     */
    public Cidr subnet(int newPrefix, int index) {
        BigInteger step = BigInteger.ONE.shiftLeft(width() - newPrefix);
        BigInteger start = first().add(step.multiply(BigInteger.valueOf(index)));
        if (newPrefix < prefix() || start.add(step).compareTo(first().add(size())) > 0) {
            throw new IllegalArgumentException("no subnet " + index + " with prefix " + newPrefix + " in " + text);
        }
        return new Cidr(address(start) + "/" + newPrefix);
    }

    @Override
    public int compareTo(Cidr other) {
        int family = Boolean.compare(ipv6(), other.ipv6());
        int start = family != 0 ? family : first().compareTo(other.first());
        return start != 0 ? start : Integer.compare(prefix(), other.prefix());
    }

    @Override
    public String toString() {
        return text;
    }

    private int width() {
        return ipv6() ? 128 : 32;
    }

    private String address(BigInteger number) {
        byte[] bytes = new byte[width() / 8];
        byte[] raw = number.toByteArray();
        int length = Math.min(raw.length, bytes.length);
        System.arraycopy(raw, raw.length - length, bytes, bytes.length - length, length);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean wellFormed(String text) {
        String address = text.substring(0, text.indexOf('/'));
        int prefix = Integer.parseInt(text.substring(text.indexOf('/') + 1));
        boolean ipv6 = address.contains(":");
        if (prefix > (ipv6 ? 128 : 32) || !ipv6 && !dottedQuad(address)) {
            return false;
        }
        try {
            // An IPv4 range in IPv6 clothes (::ffff:0:0/96) would pass for a narrow one.
            if (ipv6 && bytes(address).length != 16) {
                return false;
            }
            BigInteger hostBits = BigInteger.ONE.shiftLeft((ipv6 ? 128 : 32) - prefix).subtract(BigInteger.ONE);
            return number(address).and(hostBits).signum() == 0;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean dottedQuad(String address) {
        return address.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")
                && List.of(address.split("\\.")).stream().allMatch(part -> Integer.parseInt(part) <= 255);
    }

    private static BigInteger number(String address) {
        return new BigInteger(1, bytes(address));
    }

    // Only dotted quads and texts with a colon reach InetAddress, so nothing is looked up.
    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(address, notAnAddress);
        }
    }
}
