package atelier.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.catalog.Catalog;
import atelier.model.Images;
import atelier.model.Network;
import atelier.model.Tls;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final Catalog CATALOG = Catalog.load();
    private static final String CERTIFICATE =
            "tls is not set: every workstation makes a self-signed certificate and browsers will warn.";
    private static final String UNKNOWN =
            "The cost estimate lacks what has no known price: OS disk, P15 disk, container registry (Premium), private endpoint.";

    @Test
    void theWorkedExampleWarnsOfTheCertificateAndTheBudget() {
        assertEquals(
                List.of(
                        CERTIFICATE,
                        "quota.monthlyBudget is 4000, and by list prices the stack costs at least 11452.97 USD "
                                + "a month when everything runs around the clock.",
                        UNKNOWN),
                Notes.of(SpecDraft.dev().spec(), CATALOG));
    }

    @Test
    void nothingIsSaidOfWhatIsInOrder() {
        SpecDraft draft = SpecDraft.dev();
        draft.tls = Optional.of(new Tls("ml.example.com", "wildcard"));
        draft.monthlyBudget = 12000;
        assertEquals(List.of(UNKNOWN), Notes.of(draft.spec(), CATALOG));
    }

    @Test
    void aFoundationWithoutImagesPrintsThePackerCommand() {
        SpecDraft draft = SpecDraft.dev();
        draft.images = new Images.None();
        assertEquals(
                "images.version is none: the foundation is deployed, no workstation is. For workstations, once it is there: "
                        + "pulumi config set --path 'atelier:images.version' '<version>'; "
                        + "pulumi stack output images --json > images/stack.auto.pkrvars.json; "
                        + "packer init images && packer build images; pulumi up.",
                Notes.of(draft.spec(), CATALOG).get(0));
    }

    @Test
    void sourcesThatCannotReachAnIpv4AddressAreMentioned() {
        SpecDraft draft = SpecDraft.dev();
        draft.tls = Optional.of(new Tls("ml.example.com", "wildcard"));
        draft.allowedSources.set(0, "2001:db8::/32");
        assertEquals(
                "network.allowedSources has no IPv4 range: workstations have IPv4 addresses only, so nobody reaches them.",
                Notes.of(draft.spec(), CATALOG).get(0));
        draft.allowedSources.add("203.0.113.0/24");
        assertEquals(List.of(), Notes.of(draft.spec(), CATALOG).stream().filter(it -> it.contains("IPv4")).toList());
    }

    @Test
    void openStudioAndUnjudgedClustersAreMentioned() {
        SpecDraft draft = SpecDraft.dev();
        draft.tls = Optional.of(new Tls("ml.example.com", "wildcard"));
        draft.studio = Network.Studio.PUBLIC;
        draft.machineLearningStated = false;
        assertEquals(
                List.of(
                        "network.studio is public: the workspace's own pages are open to the Internet; "
                                + "the policy pack wants a waiver.",
                        "quota.machineLearning is not set: the cores of clusters and of the workspace's image builds "
                                + "are not judged."),
                Notes.of(draft.spec(), CATALOG).subList(0, 2));
    }

    @Test
    void aBudgetBelowEvenTheScheduledCostIsMentionedAsSuch() {
        SpecDraft draft = SpecDraft.dev();
        draft.monthlyBudget = 500;
        assertEquals(
                "quota.monthlyBudget is 500, and by list prices the stack costs at least 539.26 USD "
                        + "a month even with schedules and idle clusters.",
                Notes.of(draft.spec(), CATALOG).get(1));
    }
}
