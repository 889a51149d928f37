package atelier.agent.watch.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpuSignalTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path devices;

    @Test
    void aMachineWithoutOneIsNotAskedForIt() throws IOException {
        Program never = arguments -> fail("asked");
        Reading notApplicable = Reading.quiet("gpu", "not applicable: this machine has no GPU");
        assertEquals(notApplicable, new GpuSignal(devices, never).read(NOW));
        assertEquals(notApplicable, new GpuSignal(devices.resolve("nothing"), never).read(NOW));
        device("0000:00:02.0", "0x1414");
        assertEquals(notApplicable, new GpuSignal(devices, never).read(NOW));
    }

    @ParameterizedTest(name = "{0} % and {1} %: {2}")
    @CsvSource({"0, 0, QUIET", "4, 0, QUIET", "0, 5, ACTIVE", "100, 0, ACTIVE"})
    void oneOfThemThatComputesIsUse(int first, int second, String state) throws IOException {
        device("0001:00:00.0", "0x10de");
        Reading reading = new GpuSignal(devices, arguments -> {
            assertEquals(List.of("--query-gpu=utilization.gpu", "--format=csv,noheader,nounits"), arguments);
            return first + "\n" + second + "\n";
        }).read(NOW);
        assertEquals(state, reading.state().name());
        assertEquals("the busiest is used to " + Math.max(first, second) + " %", reading.detail());
        assertEquals(state.equals("ACTIVE") ? List.of(new Use(Use.Kind.WORK, NOW)) : List.of(), reading.uses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[N/A]\n", "", "0\n[Unknown Error]\n", "No devices were found\n"})
    void aDriverThatSaysNoNumberIsAnError(String output) throws IOException {
        device("0001:00:00.0", "0x10de");
        Signal gpu = new GpuSignal(devices, arguments -> output);
        assertEquals(
                "nvidia-smi says no utilisation: " + output.strip(),
                assertThrows(IOException.class, () -> gpu.read(NOW)).getMessage());
    }

    @Test
    void aMissingDriverOnAGpuMachineIsUnknownAndNotQuiet() throws IOException {
        device("0001:00:00.0", "0x10de");
        Signal gpu = new GpuSignal(devices, arguments -> {
            throw new IOException("nvidia-smi ended with 9: couldn't communicate with the NVIDIA driver");
        });
        assertEquals(
                List.of(Reading.unknown("gpu", "nvidia-smi ended with 9: couldn't communicate with the NVIDIA driver")),
                new Signals(List.of(gpu), defect -> fail(defect)).read(NOW));
    }

    private void device(String address, String vendor) throws IOException {
        Files.writeString(Files.createDirectories(devices.resolve(address)).resolve("vendor"), vendor + "\n");
    }
}
