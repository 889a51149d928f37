package atelier.sandbox.azurenative;

import static atelier.sandbox.TestJson.json;
import static atelier.sandbox.azurenative.Change.Kind.ADD;
import static atelier.sandbox.azurenative.Change.Kind.DELETE;
import static atelier.sandbox.azurenative.Change.Kind.UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.schema.Schema;
import atelier.sandbox.wire.Sentinel;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final String ACCOUNT = "azure-native:storage:StorageAccount";
    private final Schema schema = Schema.load();

    private Plan plan(String token, String olds, String outputs, String news) {
        return Planner.plan(schema.resource(token), json(olds), json(outputs), json(news));
    }

    private List<Change> changes(String token, String olds, String news) {
        return plan(token, olds, "{}", news).changes();
    }

    @Test
    void sameInputsPlanNothing() {
        assertEquals(List.of(), changes(ACCOUNT,
                "{accountName: 'a', tags: {n: 1}, location: 'westeurope', __createBeforeDelete: true}",
                "{accountName: 'a', tags: {n: 1.0}, location: 'West Europe', sku: null}"));
    }

    @Test
    void namesEachChangeByItsPath() {
        assertEquals(List.of(
                new Change("networkRuleSet.ipRules[0].iPAddressOrRange", UPDATE, false),
                new Change("networkRuleSet.ipRules[1]", ADD, false),
                new Change("tags.old", DELETE, false)),
                changes(ACCOUNT, "{networkRuleSet: {ipRules: [{iPAddressOrRange: 'a'}]}, tags: {old: 'x', same: 'y'}}",
                        "{networkRuleSet: {ipRules: [{iPAddressOrRange: 'b'}, {iPAddressOrRange: 'c'}]}, tags: {same: 'y'}}"));
    }

    @Test
    void pathParametersAndListedInputsReplace() {
        assertEquals(List.of(
                new Change("accountName", UPDATE, true),
                new Change("isHnsEnabled", ADD, true),
                new Change("kind", UPDATE, false)),
                changes(ACCOUNT, "{accountName: 'a', kind: 'StorageV2'}",
                        "{accountName: 'b', kind: 'BlobStorage', isHnsEnabled: true}"));
        assertEquals(List.of(new Change("sku.name", UPDATE, true)),
                changes("azure-native:network:PublicIPAddress", "{sku: {name: 'Basic'}}", "{sku: {name: 'Standard'}}"));
    }

    @Test
    void anUnknownValueIsAChange() {
        assertEquals(List.of(new Change("principalId", UPDATE, true)),
                changes("azure-native:authorization:RoleAssignment", "{principalId: 'p'}", "{principalId: '" + Sentinel.UNKNOWN
                        + "'}"));
    }

    @Test
    void sayingWhatAzureHasDoneAlreadyReplacesNothing() {
        Plan plan = plan(ACCOUNT, "{}", "{isHnsEnabled: false}", "{isHnsEnabled: false}");
        assertEquals(List.of(new Change("isHnsEnabled", ADD, false)), plan.changes());
        assertTrue(plan(ACCOUNT, "{}", "{isHnsEnabled: false}", "{isHnsEnabled: true}").changes().get(0).replaces());
    }

    @Test
    void aNameThatUsersGaveHasToBeFreeBeforeTheReplacementIsCreated() {
        assertTrue(plan(ACCOUNT, "{location: 'a'}", "{}", "{location: 'b'}").deleteFirst());
        assertFalse(plan(ACCOUNT, "{location: 'a', __createBeforeDelete: true}", "{}", "{location: 'b'}").deleteFirst());
        assertFalse(plan(ACCOUNT, "{kind: 'a'}", "{}", "{kind: 'b'}").deleteFirst());
    }
}
