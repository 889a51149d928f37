package atelier.catalog;

import atelier.model.VmSize;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A size that people still ask for and cannot have.
 *
 * @param reason why, as a phrase that fits after "is"
 * @param since the day Azure retired it; absent when it was never possible here
 * @param instead the size of the catalog that comes nearest
 * @param source where the reason is documented
 */
public record Unavailable(VmSize name, String reason, Optional<LocalDate> since, VmSize instead, String source) {}
