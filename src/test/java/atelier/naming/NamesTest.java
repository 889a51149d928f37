package atelier.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.ImageLine;
import atelier.model.ObjectId;
import atelier.model.Region;
import atelier.model.ResourceName;
import atelier.model.Team;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Limits: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
class NamesTest {
    private static final ObjectId TENANT = new ObjectId("8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613");
    private static final Region REGION = new Region("westeurope");
    private static final ResourceName ADA = new ResourceName("ada");

    @Test
    void theWorkedExampleHasTheseNamesForEver() {
        Names names = names("vision", 1);
        assertEquals(
                List.of(
                        "atelier-vision-data", "atelier-vision-compute", "atelier-vision-g1", "kv-vision-g1-6b124f",
                        "stvision6b124f", "crvision6b124f",
                        "atelier-vision-logs", "atelier-vision-insights", "atelier_vision", "workstation-cuda",
                        "atelier-vision-cuda", "atelier-vision-vnet", "atelier-vision-notebook", "Atelier vision 6b124f user",
                        "vision-ada", "vision-ada-nic", "vision-ada-6b124f", "train", "image-build", "atelier-vision-6b124f"),
                List.of(
                        names.dataGroup(), names.computeGroup(), names.workspace(), names.vault(), names.storageAccount(),
                        names.registry(), names.logAnalytics(), names.applicationInsights(), names.gallery(),
                        names.imageDefinition(ImageLine.CUDA), names.scaleSet(ImageLine.CUDA), names.network("vnet"),
                        names.identity("notebook"), names.role("user"), names.virtualMachine(ADA),
                        names.ofWorkstation(ADA, "nic"), names.dnsLabel(ADA),
                        names.cluster(new ResourceName("train")), names.imageBuildCluster(),
                        names.budget()));
        assertEquals("343cbbac-7b93-8ea8-8093-d18eaa0bd2c3", names.guid("workspace reader"));
    }

    @Property(tries = 10_000, seed = "20261124")
    void everyNameIsValid(
            @ForAll("resourceNames") String team,
            @ForAll("resourceNames") String machine,
            @ForAll @IntRange(min = 1, max = 99) int generation) {
        Names names = names(team, generation);
        ResourceName workstation = new ResourceName(machine);
        valid(names.dataGroup(), "[-\\w.()]{0,89}[-\\w()]");
        valid(names.computeGroup(), "[-\\w.()]{0,89}[-\\w()]");
        valid(names.workspace(), "[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}");
        valid(names.vault(), "(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]");
        valid(names.storageAccount(), "[a-z0-9]{3,24}");
        valid(names.registry(), "[a-zA-Z0-9]{5,50}");
        valid(names.logAnalytics(), "[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]");
        valid(names.applicationInsights(), "[^%&\\\\?/]{0,254}[^%&\\\\?/ .]");
        valid(names.gallery(), "[A-Za-z0-9][A-Za-z0-9._]{0,78}[A-Za-z0-9]");
        valid(names.network("gateway-address"), "[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9_]");
        valid(names.identity("workspace"), "[A-Za-z0-9][A-Za-z0-9_-]{2,127}");
        valid(names.role("workstation operator"), ".{1,128}");
        valid(names.virtualMachine(workstation), "[a-z0-9][a-z0-9-]{0,62}[a-z0-9]");
        valid(names.ofWorkstation(workstation, "schedule"), "[a-z0-9][a-z0-9-]{0,78}[a-z0-9]");
        valid(names.budget(), "[a-zA-Z0-9_-]{1,63}");
        valid(names.imageBuildCluster(), "[a-zA-Z][a-zA-Z0-9-]{1,15}");
        valid(names.guid(machine), "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        for (ImageLine line : ImageLine.values()) {
            valid(names.scaleSet(line), "[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}[a-zA-Z0-9_]");
            valid(names.imageDefinition(line), "[A-Za-z0-9][A-Za-z0-9._-]{0,78}[A-Za-z0-9]");
        }
        if (names.dnsLabel(workstation).length() <= Names.LONGEST_DNS_LABEL) {
            valid(names.dnsLabel(workstation), "[a-z][a-z0-9-]{1,61}[a-z0-9]");
        }
    }

    @Property(tries = 1_000, seed = "20261124")
    void aNameIsTheSameAtEveryRun(@ForAll("resourceNames") String team, @ForAll("resourceNames") String machine) {
        assertEquals(tenantWide(names(team, 1)), tenantWide(names(team, 1)));
        ResourceName workstation = new ResourceName(machine);
        assertEquals(names(team, 1).ofWorkstation(workstation, "disk"), names(team, 1).ofWorkstation(workstation, "disk"));
        assertEquals(names(team, 1).guid(machine), names(team, 1).guid(machine));
    }

    @Test
    void tenThousandTeamsShareNoNameEvenWhenTheyDifferOnlyAtTheEnd() {
        TreeMap<String, String> owners = new TreeMap<>();
        for (int number = 0; number < 10_000; number++) {
            String team = (number % 2 == 0 ? "a-team-with-a-rather-long-name" : "t") + "-" + number;
            for (String name : tenantWide(names(team, 1))) {
                assertEquals(null, owners.put(name, team), () -> name + " belongs to two teams");
            }
        }
    }

    @Test
    void tenThousandWorkstationsOfOneTeamShareNoName() {
        Names names = names("a-team-whose-name-takes-forty-characters", 1);
        TreeMap<String, String> owners = new TreeMap<>();
        for (int number = 0; number < 10_000; number++) {
            String prefix = number % 2 == 0 ? "a-workstation-with-a-long-name" : "w";
            ResourceName workstation = new ResourceName(prefix + "-" + number);
            for (String name : ofWorkstation(names, workstation)) {
                assertEquals(null, owners.put(name, workstation.value()), () -> name + " belongs to two workstations");
            }
        }
    }

    @Test
    void aCutNameEndsInAHashOfTheWholeName() {
        Names names = names("a-team-whose-name-takes-forty-characters", 1);
        String one = names.virtualMachine(new ResourceName("a-workstation-with-a-long-name-1"));
        String other = names.virtualMachine(new ResourceName("a-workstation-with-a-long-name-2"));
        assertEquals(64, one.length());
        assertEquals("a-team-whose-name-takes-forty-characters-a-workstation-w", one.substring(0, 56));
        assertEquals(one.substring(0, 56), other.substring(0, 56));
        assertNotEquals(one, other);
    }

    @Test
    void whatIsUniqueInAzureDependsOnTenantAndRegion() {
        Team team = team("vision", 1);
        Names here = Names.of(team, TENANT, REGION);
        Names elsewhere = Names.of(team, TENANT, new Region("northeurope"));
        Names other = Names.of(team, new ObjectId("4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"), REGION);
        assertEquals(3, Set.of(here.storageAccount(), elsewhere.storageAccount(), other.storageAccount()).size());
        assertEquals(3, Set.of(here.guid("x"), elsewhere.guid("x"), other.guid("x")).size());
    }

    @Test
    void aNewGenerationRenamesOnlyWhatAzureKeepsAfterADeletion() {
        Names first = names("vision", 1);
        Names second = names("vision", 2);
        assertNotEquals(first.workspace(), second.workspace());
        assertNotEquals(first.vault(), second.vault());
        assertEquals(first.storageAccount(), second.storageAccount());
        assertEquals(first.registry(), second.registry());
        assertEquals(first.dataGroup(), second.dataGroup());
    }

    @Provide
    Arbitrary<String> resourceNames() {
        Arbitrary<String> letters = Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> joined = letters.list().ofMinSize(1).ofMaxSize(6).map(words -> String.join("-", words));
        return joined.map(text -> ("n" + text).substring(0, Math.min(40, text.length() + 1)).replaceAll("-$", ""));
    }

    /** The names that two teams of one tenant and region must not share. */
    private static List<String> tenantWide(Names names) {
        return List.of(
                names.dataGroup(), names.computeGroup(), names.vault(), names.storageAccount(), names.registry(), names.gallery(),
                names.role("user"), names.workspace(), names.budget(), names.guid("workspace reader"), names.dnsLabel(ADA));
    }

    private static List<String> ofWorkstation(Names names, ResourceName name) {
        return List.of(names.virtualMachine(name), names.ofWorkstation(name, "nic"), names.dnsLabel(name));
    }

    private static void valid(String name, String pattern) {
        assertTrue(name.matches(pattern), name + " is not " + pattern);
    }

    private static Names names(String team, int generation) {
        return Names.of(team(team, generation), TENANT, REGION);
    }

    private static Team team(String name, int generation) {
        return new Team(new ResourceName(name), "CC-1042", List.of("ml-platform@example.com"), generation);
    }
}
