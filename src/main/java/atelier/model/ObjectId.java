package atelier.model;

import java.util.Locale;

/** A GUID of the Entra directory: a user, group, application or tenant. Kept in lower case. */
public record ObjectId(String value) implements Comparable<ObjectId> {
    public ObjectId {
        Invalid.unless(
                value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") && !value.matches("[0-]+"),
                value,
                "a GUID such as 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11");
        value = value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ObjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
