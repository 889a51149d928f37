package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.catalog.Catalog;
import atelier.model.Cluster;
import atelier.model.Images;
import atelier.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WholeReportTest {
    private static final Catalog CATALOG = Catalog.load();

    @Test
    void mistakesInAllPartsComeInTheOrderOfTheConfiguration() {
        SpecDraft draft = SpecDraft.dev();
        draft.clusters.get(0).name = "image-build";
        draft.grace().timeZone = "Antarctica/Troll";
        draft.grace().name = "vault";
        draft.ada().sshSources = Optional.of(SpecDraft.list("0.0.0.0/0"));
        draft.ada().size = "Standard_NV24";
        draft.computeFamilies.put("standardDSv6Family", 4);
        draft.addressSpace = "172.16.0.0/12";
        draft.team = "xbox";
        assertEquals(
                List.of(
                        "atelier:team.name",
                        "atelier:network.addressSpace",
                        "atelier:quota.compute.families",
                        "atelier:workstations[0].size",
                        "atelier:workstations[0].ssh.sources[0]",
                        "atelier:workstations[1].name",
                        "atelier:workstations[1].schedule.timeZone",
                        "atelier:clusters[0].name"),
                paths(draft));
        mendAll(draft);
    }

    @Test
    void theTwoHalvesOfTheInternetAreBothTooWide() {
        SpecDraft draft = SpecDraft.dev();
        draft.allowedSources.set(0, "0.0.0.0/1");
        draft.allowedSources.add("128.0.0.0/1");
        assertEquals(List.of("atelier:network.allowedSources[0]", "atelier:network.allowedSources[1]"), paths(draft));
        mendAll(draft);
        assertEquals(List.of("203.0.113.1/32", "203.0.113.2/32"), draft.allowedSources);
    }

    @Test
    void aReplacementKeepsClearOfWhatIsAlreadyListed() {
        SpecDraft draft = SpecDraft.dev();
        draft.allowedSources.add("::/0");
        mendAll(draft);
        assertEquals(List.of("203.0.113.0/24", "198.51.100.2/32"), draft.allowedSources);
    }

    @Test
    void removalsStartAtTheEndSoThatEveryCommandStillFits() {
        SpecDraft draft = SpecDraft.dev();
        draft.allowedSources.addAll(List.of("203.0.113.0/25", "198.51.100.0/24", "203.0.113.9/32"));
        assertEquals(List.of("atelier:network.allowedSources[3]", "atelier:network.allowedSources[1]"), paths(draft));
        mendAll(draft);
        assertEquals(List.of("203.0.113.0/24", "198.51.100.0/24"), draft.allowedSources);
    }

    @Test
    void oneWorkstationCanExceedTheFamilyAndTheRegion() {
        SpecDraft draft = SpecDraft.dev();
        draft.ada().size = "Standard_NC64as_T4_v3";
        List<Problem> problems = Preflight.judge(draft.spec(), CATALOG);
        assertEquals(
                List.of("atelier:quota.compute.families[\"Standard NCASv3_T4 Family\"]", "atelier:quota.compute.regionalCores"),
                problems.stream().map(Problem::path).toList());
        assertEquals(
                """
                at least 88 once Azure has granted them, or fewer cores in use:
                compute quota, all families: cores
                  workstation ada           1 x Standard_NC64as_T4_v3 with 64  64
                  workstation grace         1 x Standard_D8s_v5 with 8          8
                  image build of line cpu   1 x Standard_D8s_v5 with 8          8
                  image build of line cuda  1 x Standard_NC8as_T4_v3 with 8     8
                  sum                                                          88
                  limit                                                        64
                  gap                                                          24
                  would fit: workstation ada on Standard_NC16as_T4_v3 (16)""",
                problems.get(1).allowed());
        mendAll(draft);
    }

    @Test
    void everyLedgerThatIsExceededIsReported() {
        SpecDraft draft = SpecDraft.dev();
        draft.grace().size = "Standard_D32s_v5";
        draft.train().maxNodes = 6;
        draft.cluster("spare", "Standard_D8s_v5", 2).priority = Cluster.Priority.LOW_PRIORITY;
        assertEquals(
                List.of(
                        "atelier:quota.compute.families.standardDSv5Family",
                        "atelier:quota.machineLearning.families.StandardNCADSA100v4Family",
                        "atelier:quota.machineLearning.lowPriorityCores"),
                paths(draft));
        mendAll(draft);
    }

    @Test
    void withoutImagesWhatIsDeclaredIsJudgedAllTheSame() {
        SpecDraft draft = SpecDraft.dev();
        draft.images = new Images.None();
        draft.ada().size = "Standard_NV6";
        assertEquals(List.of("atelier:workstations[0].size"), paths(draft));
    }

    @Test
    void aPrivateWorkstationHasNoPublicLabelThatLimitsItsName() {
        SpecDraft draft = SpecDraft.dev();
        draft.team = "a-team-whose-name-takes-forty-characters";
        draft.grace().name = "a-windows-machine-with-forty-characters0";
        draft.ada().sshSources = Optional.empty();
        assertEquals(List.of("atelier:workstations[1].name"), paths(draft));
        draft.isPrivate = true;
        draft.bastion = true;
        assertEquals(List.of(), paths(draft));
    }

    @Test
    void privateRangesAreFineHoweverWide() {
        SpecDraft draft = SpecDraft.dev();
        draft.allowedSources.clear();
        draft.allowedSources.addAll(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"));
        draft.ada().sshSources = Optional.of(SpecDraft.list("10.0.0.0/8", "fd00::/8"));
        assertEquals(List.of(), paths(draft));
    }

    @Test
    void theWidestListsArePreciselyAllowed() {
        SpecDraft draft = SpecDraft.dev();
        draft.allowedSources.clear();
        IntStream.range(0, 16).forEach(block -> draft.allowedSources.add("64." + block + ".0.0/16"));
        IntStream.range(0, 16).forEach(block -> draft.allowedSources.add("2a00:" + (100 + block) + "::/32"));
        assertEquals(List.of(), paths(draft));
        draft.allowedSources.add("65.0.0.0/32");
        assertEquals(List.of("atelier:network.allowedSources"), paths(draft));
    }

    private static List<String> paths(SpecDraft draft) {
        return Preflight.judge(draft.spec(), CATALOG).stream().map(Problem::path).toList();
    }

    private static void mendAll(SpecDraft draft) {
        Preflight.judge(draft.spec(), CATALOG).forEach(problem -> ConfigCommands.run(problem.command(), draft));
        assertEquals(List.of(), paths(draft));
    }
}
