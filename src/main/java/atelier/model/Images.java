package atelier.model;

/** Which published images the workstations run. */
public sealed interface Images {

    /** No image yet: the foundation is deployed, no workstation is. */
    record None() implements Images {}

    /** One version, published for every image line in use. */
    record Version(String value) implements Images {
        public Version {
            Invalid.unless(
                    value.matches("[0-9]{4}\\.(1[0-2]|[1-9])\\.[0-9]{1,5}"),
                    value,
                    "year.month.build such as 2026.11.1, or none");
        }
    }
}
