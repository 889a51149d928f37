package atelier.catalog;

import atelier.model.ImageLine;
import atelier.model.VmSize;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What Azure says about one VM size.
 *
 * @param family the core quota's name exactly as Azure spells it; compare without regard to case
 * @param vCpus cores that one machine takes from the quota
 * @param memoryGiB main memory
 * @param gpu absent for a CPU size
 * @param line the image line whose driver fits this size
 * @param trustedLaunch whether Azure offers Trusted Launch on it
 * @param secureBoot whether the line's driver boots with Secure Boot on
 * @param temporaryDiskGiB local disk that is lost at every deallocation; 0 when the size has none
 * @param infiniBand whether its machines have an RDMA network between them
 * @param retired the day Azure took or takes it away, if announced
 * @param hourlyPrice dated list price; absent when unknown
 */
public record Size(
        VmSize name,
        String family,
        int vCpus,
        double memoryGiB,
        Optional<Gpu> gpu,
        ImageLine line,
        boolean trustedLaunch,
        boolean secureBoot,
        int temporaryDiskGiB,
        boolean infiniBand,
        Optional<LocalDate> retired,
        Optional<Price> hourlyPrice) {

    /**
     * The accelerators of one machine.
     *
     * @param share how many physical GPUs, 0.5 for half of one
     * @param memoryGB GPU memory of the whole machine
     */
    public record Gpu(String model, double share, int memoryGB) {}

    /** Whether a restart after deallocation finds an empty local disk; Azure cannot resize between having one and not. */
    public boolean hasTemporaryDisk() {
        return temporaryDiskGiB > 0;
    }
}
