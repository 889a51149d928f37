package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.catalog.Catalog;
import atelier.model.Images;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaLedgersTest {
    private static final Catalog CATALOG = Catalog.load();

    @Test
    void theWorkedExampleFillsBothLedgersLikeThis() {
        QuotaLedgers ledgers = QuotaLedgers.of(SpecDraft.dev().spec(), CATALOG);
        assertEquals(
                """
                compute quota, Standard NCASv3_T4 Family: cores
                  workstation ada           1 x Standard_NC4as_T4_v3 with 4   4
                  image build of line cuda  1 x Standard_NC8as_T4_v3 with 8   8
                  sum                                                        12
                  limit                                                      32
                compute quota, standardDSv5Family: cores
                  workstation grace        1 x Standard_D8s_v5 with 8   8
                  image build of line cpu  1 x Standard_D8s_v5 with 8   8
                  sum                                                  16
                  limit                                                32
                compute quota, all families: cores
                  workstation ada           1 x Standard_NC4as_T4_v3 with 4   4
                  workstation grace         1 x Standard_D8s_v5 with 8        8
                  image build of line cpu   1 x Standard_D8s_v5 with 8        8
                  image build of line cuda  1 x Standard_NC8as_T4_v3 with 8   8
                  sum                                                        28
                  limit                                                      64
                compute quota, spot: cores
                  sum       0
                  limit     0""",
                text(ledgers.compute()));
        assertEquals(
                """
                machine learning quota, standardDSv5Family: cores
                  image builds of the workspace  1 x Standard_D4s_v5 with 4  4
                  sum                                                        4
                  limit                                                      8
                machine learning quota, StandardNCADSA100v4Family: cores
                  cluster train  4 x Standard_NC24ads_A100_v4 with 24  96
                  sum                                                  96
                  limit                                                96
                machine learning quota, low priority: cores
                  sum       0
                  limit     0""",
                text(ledgers.machineLearning().orElseThrow()));
        assertTrue(ledgers.all().stream().allMatch(Ledger::fits));
    }

    @Test
    void theTableSaysUpToThreeThingsThatWouldFitTheLargestHolderFirst() {
        SpecDraft draft = SpecDraft.dev();
        draft.train().maxNodes = 3;
        draft.cluster("tune", "Standard_NC48ads_A100_v4", 1);
        draft.cluster("eval", "Standard_NC96ads_A100_v4", 1);
        draft.cluster("demo", "Standard_NC24ads_A100_v4", 2);
        draft.machineLearningFamilies.put("StandardNCADSA100v4Family", 240);
        Ledger.Bucket family = bucket(QuotaLedgers.of(draft.spec(), CATALOG).machineLearning().orElseThrow(),
                "StandardNCADSA100v4Family");
        assertEquals(
                """
                machine learning quota, StandardNCADSA100v4Family: cores
                  cluster train  3 x Standard_NC24ads_A100_v4 with 24   72
                  cluster tune   1 x Standard_NC48ads_A100_v4 with 48   48
                  cluster eval   1 x Standard_NC96ads_A100_v4 with 96   96
                  cluster demo   2 x Standard_NC24ads_A100_v4 with 24   48
                  sum                                                  264
                  limit                                                240
                  gap                                                   24
                  would fit: cluster eval on Standard_NC48ads_A100_v4 (1 x 48)
                          or cluster train with maxNodes 2 (48)
                          or cluster tune on Standard_NC24ads_A100_v4 (1 x 24)""",
                QuotaTable.of(QuotaLedgers.of(draft.spec(), CATALOG).machineLearning().orElseThrow(), family, CATALOG));
    }

    @Test
    void aFamilyIsFoundInWhateverCaseItIsWritten() {
        SpecDraft draft = SpecDraft.dev();
        draft.computeFamilies.clear();
        draft.computeFamilies.put("STANDARD ncasv3_t4 family", 12);
        draft.computeFamilies.put("StandardDSv5Family", 16);
        Ledger compute = QuotaLedgers.of(draft.spec(), CATALOG).compute();
        assertTrue(compute.fits());
        assertEquals("Standard NCASv3_T4 Family", compute.buckets().get(0).name());
        assertEquals("atelier:quota.compute.families[\"STANDARD ncasv3_t4 family\"]", compute.buckets().get(0).path());
        assertEquals(0, compute.buckets().get(0).gap());
    }

    @Test
    void everyImageLineInUseAddsOneBuildMachineNotOnePerWorkstation() {
        SpecDraft draft = SpecDraft.dev();
        draft.workstation("linus", "Standard_NV6ads_A10_v5");
        draft.workstation("edsger", "Standard_NV12ads_A10_v5");
        draft.images = new Images.None();
        List<String> builds = QuotaLedgers.of(draft.spec(), CATALOG).compute().buckets().stream()
                .filter(bucket -> bucket.name().equals("all families"))
                .flatMap(bucket -> bucket.holders().stream())
                .filter(holder -> holder.kind() == Ledger.Kind.IMAGE_BUILD)
                .map(holder -> holder.name() + " " + holder.cores())
                .toList();
        assertEquals(List.of("image build of line cpu 8", "image build of line cuda 8", "image build of line grid 12"), builds);
    }

    @Test
    void clustersDrawOnlyOnTheMachineLearningQuota() {
        SpecDraft draft = SpecDraft.dev();
        int before = bucket(QuotaLedgers.of(draft.spec(), CATALOG).compute(), "all families").used();
        draft.clusters.clear();
        assertEquals(before, bucket(QuotaLedgers.of(draft.spec(), CATALOG).compute(), "all families").used());
    }

    @Test
    void withoutAMachineLearningQuotaClustersAreNotJudged() {
        SpecDraft draft = SpecDraft.dev();
        draft.machineLearningStated = false;
        draft.train().maxNodes = 50;
        assertEquals(Optional.empty(), QuotaLedgers.of(draft.spec(), CATALOG).machineLearning());
        assertEquals(List.of(), Preflight.judge(draft.spec(), CATALOG));
    }

    @Test
    void aRefusedSizeIsNotCountedAsWell() {
        SpecDraft draft = SpecDraft.dev();
        draft.ada().size = "Standard_ND96asr_v4";
        assertEquals(16, bucket(QuotaLedgers.of(draft.spec(), CATALOG).compute(), "all families").used());
    }

    private static Ledger.Bucket bucket(Ledger ledger, String name) {
        return ledger.buckets().stream().filter(bucket -> bucket.name().equals(name)).findFirst().orElseThrow();
    }

    private static String text(Ledger ledger) {
        return String.join("\n", ledger.buckets().stream().map(bucket -> QuotaTable.of(ledger, bucket, CATALOG)).toList());
    }
}
