package atelier.sandbox.cloud;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses in CIDR form.
 *
 * @param first the first address as a number, possibly with host bits
 * @param length network bits, 0 to 32
 */
record Prefix(long first, int length) {
    private static final Pattern ADDRESS = Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    static final Pattern FORM = Pattern.compile(ADDRESS.pattern() + "/(3[0-2]|[12]?\\d)");

    static Optional<Prefix> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        return Optional.of(new Prefix(number(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1))));
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    static long number(String address) {
        return Arrays.stream(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (sum, octet) -> sum << 8 | octet);
    }

    static String address(long number) {
        return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    long size() {
        return 1L << 32 - length;
    }

    long last() {
        return network() + size() - 1;
    }

    /** The first address without host bits. */
    long network() {
        return first - first % size();
    }

    boolean hasHostBits() {
        return first != network();
    }

    boolean contains(Prefix other) {
        return network() <= other.network() && other.last() <= last();
    }

    boolean contains(long address) {
        return network() <= address && address <= last();
    }

    boolean overlaps(Prefix other) {
        return network() <= other.last() && other.network() <= last();
    }

    @Override
    public String toString() {
        return address(network()) + "/" + length;
    }
}
