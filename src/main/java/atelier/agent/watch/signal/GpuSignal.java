package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The graphics processors: in use while one of them computes. Whether there are any is asked of the PCI bus, so that a broken
 * driver is unknown and not "no GPU". Columns: {@code nvidia-smi --help-query-gpu}.
 */
public final class GpuSignal implements Signal {
    private static final String NVIDIA = "0x10de";
    private static final int THRESHOLD_PERCENT = 5;

    private final Path devices;
    private final Program nvidiaSmi;

    /** @param devices where the PCI bus's devices are, {@code /sys/bus/pci/devices} */
    public GpuSignal(Path devices, Program nvidiaSmi) {
        this.devices = devices;
        this.nvidiaSmi = nvidiaSmi;
    }

    @Override
    public String name() {
        return "gpu";
    }

    @Override
    public Reading read(Instant now) throws IOException {
        if (!hasGpu()) {
            return Reading.quiet(name(), "not applicable: this machine has no GPU");
        }
        int percent = utilisation();
        String detail = "the busiest is used to " + percent + " %";
        return percent >= THRESHOLD_PERCENT
                ? Reading.active(name(), Use.Kind.WORK, now, detail)
                : Reading.quiet(name(), detail);
    }

    private boolean hasGpu() throws IOException {
        if (!Files.isDirectory(devices)) {
            return false;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(devices)) {
            for (Path device : all) {
                if (Files.readString(device.resolve("vendor")).strip().equals(NVIDIA)) {
                    return true;
                }
            }
            return false;
        }
    }

    private int utilisation() throws IOException {
        String output = nvidiaSmi.run(List.of("--query-gpu=utilization.gpu", "--format=csv,noheader,nounits"));
        try {
            return output.lines().map(String::strip).mapToInt(Integer::parseInt).max().orElseThrow();
        } catch (RuntimeException noNumber) {
            throw new IOException("nvidia-smi says no utilisation: " + output.strip(), noNumber);
        }
    }
}
