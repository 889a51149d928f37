package atelier.model;

/** The name of an Azure VM size; what it has is in the catalog. */
public record VmSize(String name) implements Comparable<VmSize> {
    public VmSize {
        Invalid.unless(name.matches("Standard_[A-Za-z0-9_]{2,40}"), name, "an Azure VM size such as Standard_NC4as_T4_v3");
    }

    @Override
    public int compareTo(VmSize other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
