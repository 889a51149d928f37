package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.catalog.Catalog;
import atelier.model.Cluster;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CostEstimateTest {
    private static final Catalog CATALOG = Catalog.load();

    @Test
    void theWorkedExampleCostsThis() {
        CostEstimate estimate = CostEstimate.of(SpecDraft.dev().spec(), CATALOG);
        assertEquals(
                List.of(
                        "workstation ada | at least 383.98 USD; unknown: OS disk, P15 disk | "
                                + "at least 383.98 USD; unknown: OS disk, P15 disk",
                        "workstation grace | at least 300.03 USD; unknown: OS disk | at least 111.48 USD; unknown: OS disk",
                        "cluster train | 10725.16 USD | 0.00 USD",
                        "1 x NAT gateway | 32.85 USD | 32.85 USD",
                        "3 x public address | 10.95 USD | 10.95 USD",
                        "5 x private endpoint | unknown: private endpoint | unknown: private endpoint",
                        "1 x container registry (Premium) | unknown: container registry (Premium) | "
                                + "unknown: container registry (Premium)"),
                estimate.lines().stream()
                        .map(line -> line.what() + " | " + line.aroundTheClock() + " | " + line.scheduled())
                        .toList());
        assertEquals(
                "at least 11452.97 USD; unknown: OS disk, P15 disk, container registry (Premium), private endpoint",
                estimate.aroundTheClock().toString());
        assertEquals(
                "at least 539.26 USD; unknown: OS disk, P15 disk, container registry (Premium), private endpoint",
                estimate.scheduled().toString());
        assertEquals(
                new TreeSet<>(List.of(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"))), estimate.pricesAsOf());
    }

    @Test
    void anUnknownPriceIsNeverTreatedAsNothing() {
        SpecDraft draft = SpecDraft.dev();
        draft.grace().size = "Standard_D8ds_v5";
        draft.train().priority = Cluster.Priority.LOW_PRIORITY;
        draft.train().minNodes = 1;
        CostEstimate estimate = CostEstimate.of(draft.spec(), CATALOG);
        assertEquals("at least 19.71 USD; unknown: OS disk, Standard_D8ds_v5", estimate.lines().get(1).scheduled().toString());
        assertEquals("unknown: Standard_NC24ads_A100_v4 at low priority", estimate.lines().get(2).aroundTheClock().toString());
        assertEquals("unknown: Standard_NC24ads_A100_v4 at low priority", estimate.lines().get(2).scheduled().toString());
    }

    @Test
    void aPrivateStackHasNoAddressPerWorkstationAndBastionHasOne() {
        SpecDraft draft = SpecDraft.dev();
        draft.isPrivate = true;
        draft.bastion = true;
        Stream<String> shared = CostEstimate.of(draft.spec(), CATALOG).lines().stream().map(CostEstimate.Line::what).skip(3);
        assertEquals(
                List.of("1 x NAT gateway", "2 x public address", "5 x private endpoint", "1 x container registry (Premium)",
                        "1 x Bastion"),
                shared.toList());
    }

    @Test
    void aDiskIsBilledAsTheSmallestTierThatHoldsIt() {
        SpecDraft draft = SpecDraft.dev();
        draft.grace().diskGiB = 513;
        CostEstimate.Line grace = CostEstimate.of(draft.spec(), CATALOG).lines().get(1);
        assertEquals("at least 415.49 USD; unknown: OS disk", grace.aroundTheClock().toString());
    }
}
