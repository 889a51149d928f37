package atelier.model;

/** A name that a user gives to a team, a workstation or a cluster: it becomes part of Azure names and of host names. */
public record ResourceName(String value) implements Comparable<ResourceName> {
    /** Most characters. */
    public static final int LONGEST = 40;

    /** Lower-case letters, digits and single inner hyphens, starting with a letter. */
    public static final String ALLOWED = "1 to " + LONGEST + " lower-case letters, digits and single hyphens, "
            + "starting with a letter and ending with a letter or digit";

    public ResourceName {
        Invalid.unless(value.length() <= LONGEST && value.matches("[a-z](-?[a-z0-9])*"), value, ALLOWED);
    }

    @Override
    public int compareTo(ResourceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
