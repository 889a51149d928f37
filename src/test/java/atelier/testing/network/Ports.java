package atelier.testing.network;

/** A range of destination ports, ends included. */
public record Ports(int first, int last) {
    public static final Ports ALL = new Ports(0, 65535);

    /** As a rule writes it: {@code *}, one port, or {@code first-last}. */
    public static Ports parse(String text) {
        if (text.equals("*")) {
            return ALL;
        }
        String[] ends = text.split("-");
        return new Ports(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[ends.length - 1].strip()));
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
