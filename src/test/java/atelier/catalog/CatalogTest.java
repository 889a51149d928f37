package atelier.catalog;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.ImageLine;
import atelier.model.VmSize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogTest {
    private static final Catalog CATALOG = Catalog.load();

    @Test
    void sizesAreSortedAndUnique() {
        List<VmSize> names = CATALOG.sizes().stream().map(Size::name).toList();
        assertEquals(names.stream().sorted().distinct().toList(), names);
        List<VmSize> unavailable = CATALOG.unavailable().stream().map(Unavailable::name).toList();
        assertEquals(unavailable.stream().sorted().distinct().toList(), unavailable);
    }

    @Test
    void aFamilyIsSpelledTheSameEverywhere() {
        Set<String> spellings = new HashSet<>(CATALOG.sizes().stream().map(Size::family).toList());
        assertEquals(spellings.size(), CATALOG.families().size());
        assertEquals(
                Set.of(
                        "Standard NCASv3_T4 Family",
                        "StandardNCADSA100v4Family",
                        "Standard NDASv4_A100 Family",
                        "standard NDAMSv4_A100Family",
                        "StandardNCadsH100v5Family",
                        "standardNDSH100v5Family",
                        "standardNDISRH200V5Family",
                        "StandardNVADSA10v5Family",
                        "standardDSv5Family",
                        "standardESv5Family",
                        "standardDDSv5Family",
                        "standardEDSv5Family"),
                spellings);
    }

    @Test
    void theFactsOfASizeAgreeWithEachOther() {
        assertAll(CATALOG.sizes().stream().map(size -> () -> {
            String name = size.name().name();
            assertTrue(size.vCpus() >= 4 && size.memoryGiB() >= size.vCpus(), name + " has too little of something");
            assertEquals(size.line() == ImageLine.CPU, size.gpu().isEmpty(), name + ": a driver exactly with a GPU");
            assertEquals(size.line() == ImageLine.GRID, name.matches("Standard_NV.*"), name + ": GRID exactly on NV");
            assertEquals(name.startsWith("Standard_N"), size.gpu().isPresent(), name + ": N exactly with a GPU");
            assertEquals(size.line() != ImageLine.GRID && size.trustedLaunch(), size.secureBoot(), name + ": Secure Boot");
            assertEquals(name.matches("Standard_ND.*"), size.infiniBand(), name + ": InfiniBand exactly on ND");
            assertEquals(!name.matches("Standard_[DE][0-9]+s_v5"), size.hasTemporaryDisk(), name + ": temporary disk");
            assertEquals(Optional.empty(), size.retired(), name + " has an announced end");
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "Standard_NC4as_T4_v3, 4, 28, T4, 1, 16, CUDA, true, true, 176, 0.526",
        "Standard_NC96ads_A100_v4, 96, 880, A100 PCIe, 4, 320, CUDA, true, true, 256, 14.692",
        "Standard_ND96amsr_A100_v4, 96, 1900, A100 SXM, 8, 640, CUDA, false, false, 6400, 32.77",
        "Standard_NC80adis_H100_v5, 80, 640, H100 NVL, 2, 188, CUDA, true, true, 7152, 13.96",
        "Standard_ND96isr_H200_v5, 96, 1850, H200, 8, 1128, CUDA, true, true, 1024, ",
        "Standard_NV18ads_A10_v5, 18, 220, A10, 0.5, 12, GRID, true, false, 720, 1.60"
    })
    void theFactsOfAGpuSizeAreThese(
            String name, int vCpus, double memory, String model, double share, int gpuMemory, ImageLine line,
            boolean trustedLaunch, boolean secureBoot, int temporaryDisk, BigDecimal usd) {
        Size size = CATALOG.get(new VmSize(name));
        assertEquals(vCpus, size.vCpus());
        assertEquals(memory, size.memoryGiB());
        assertEquals(Optional.of(new Size.Gpu(model, share, gpuMemory)), size.gpu());
        assertEquals(line, size.line());
        assertEquals(trustedLaunch, size.trustedLaunch());
        assertEquals(secureBoot, size.secureBoot());
        assertEquals(temporaryDisk, size.temporaryDiskGiB());
        assertEquals(Optional.ofNullable(usd), size.hourlyPrice().map(Price::usd));
    }

    @Test
    void everyPriceIsPositiveAndSaysWhenAndWhereItWasRead() {
        List<Price> prices = new ArrayList<>(CATALOG.sizes().stream().flatMap(size -> size.hourlyPrice().stream()).toList());
        CATALOG.diskTiers().forEach(tier -> tier.monthlyPrice().ifPresent(prices::add));
        for (Service service : Service.values()) {
            CATALOG.monthlyPrice(service).ifPresent(prices::add);
        }
        assertEquals(31, prices.size());
        for (Price price : prices) {
            assertTrue(price.usd().signum() > 0, price.toString());
            assertFalse(price.asOf().isBefore(LocalDate.parse("2026-11-01")), price.toString());
            assertTrue(price.source().contains("third"), price.toString());
        }
    }

    @Test
    void unknownPricesStayUnknown() {
        List<String> unpriced = CATALOG.sizes().stream()
                .filter(size -> size.hourlyPrice().isEmpty())
                .map(size -> size.name().name())
                .toList();
        assertEquals(
                List.of(
                        "Standard_D16ds_v5", "Standard_D32ds_v5", "Standard_D4ds_v5", "Standard_D8ds_v5", "Standard_E16ds_v5",
                        "Standard_E32ds_v5", "Standard_E4ds_v5", "Standard_E8ds_v5", "Standard_ND96isr_H200_v5"),
                unpriced);
        assertEquals(Optional.empty(), CATALOG.monthlyPrice(Service.BASTION));
    }

    @Test
    void whatCannotBeHadIsNoSizeAndNamesOneThatIs() {
        assertEquals(22, CATALOG.unavailable().size());
        for (Unavailable unavailable : CATALOG.unavailable()) {
            assertEquals(Optional.empty(), CATALOG.find(unavailable.name()));
            assertTrue(CATALOG.get(unavailable.instead()).trustedLaunch(), unavailable.toString());
            unavailable.since().ifPresent(day ->
                    assertTrue(unavailable.reason().contains(day.toString()), unavailable.toString()));
            assertTrue(unavailable.source().startsWith("https://learn.microsoft.com/"), unavailable.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Standard_NC24rs_v3, 2025-09-30",
        "Standard_NV24, 2023-09-06",
        "Standard_NV48s_v3, 2026-09-30",
        "Standard_NV4as_v4, 2026-09-30"
    })
    void retiredSizesKnowTheirDay(String name, LocalDate day) {
        assertEquals(Optional.of(day), CATALOG.whyUnavailable(new VmSize(name)).orElseThrow().since());
    }

    @ParameterizedTest
    @EnumSource
    void packerBuildsEveryLineOnASizeOfThatLineWithAtLeastEightCores(ImageLine line) {
        Size size = CATALOG.get(CATALOG.packerMachine(line).size());
        assertEquals(line, size.line());
        assertTrue(size.vCpus() >= 8 && size.trustedLaunch());
        assertTrue(
                CATALOG.sizes().stream()
                        .filter(other -> other.family().equals(size.family()) && other.vCpus() >= 8)
                        .allMatch(other -> other.vCpus() >= size.vCpus()),
                "a smaller size of the family has eight cores too");
        assertFalse(CATALOG.packerMachine(line).reason().isBlank());
    }

    @Test
    void theWorkspaceBuildsItsImagesOnFourCores() {
        assertEquals(new VmSize("Standard_D4s_v5"), CATALOG.workspaceBuildMachine().size());
    }

    @ParameterizedTest
    @CsvSource({"1, P4", "32, P4", "33, P6", "128, P10", "129, P15", "512, P20", "32767, P80"})
    void aDiskBelongsToTheSmallestTierThatHoldsIt(int sizeGiB, String tier) {
        assertEquals(tier, CATALOG.diskTier(sizeGiB).name());
    }

    @Test
    void aDiskLargerThanAllTiersHasNone() {
        assertThrows(IllegalArgumentException.class, () -> CATALOG.diskTier(32768));
    }

    @Test
    void anUnknownSizeHasNoFacts() {
        assertThrows(IllegalArgumentException.class, () -> CATALOG.get(new VmSize("Standard_NC5")));
    }
}
