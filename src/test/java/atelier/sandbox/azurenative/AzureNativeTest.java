package atelier.sandbox.azurenative;

import static atelier.sandbox.TestJson.json;
import static atelier.sandbox.azurenative.World.DISK;
import static atelier.sandbox.azurenative.World.urn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureNativeTest {
    private static final String ROLE = "azure-native:authorization:RoleDefinition";

    @TempDir
    Path directory;
    private World world;

    @BeforeEach
    void open() {
        world = new World(directory, Optional.of("westeurope"));
        world.group("g");
    }

    private ObjectNode role(String guid) {
        String group = "/subscriptions/" + subscription() + "/resourceGroups/g";
        return json("{roleDefinitionId: '" + guid + "', roleName: 'opener', scope: '" + group + "', assignableScopes: ['" + group
                + "'], permissions: [{actions: ['Microsoft.Compute/virtualMachines/read']}]}");
    }

    private String subscription() {
        return world.cloud.subscription().subscriptionId();
    }

    @Test
    void createAnswersWithArmsIdAndOutputs() {
        Resource disk = world.disk("d", "");
        assertEquals("/subscriptions/" + subscription() + "/resourceGroups/g/providers/Microsoft.Compute/disks/d", disk.id());
        assertEquals("d", disk.outputs().get("name").textValue());
        assertEquals("Succeeded", disk.outputs().get("provisioningState").textValue());
        assertEquals(64, disk.outputs().get("diskSizeGB").intValue());
        assertFalse(disk.outputs().has("resourceGroupName"));
    }

    @Test
    void theStateHoldsTheInputsAsASecret() {
        Resource disk = world.disk("d", "");
        ObjectNode state = disk.state();
        assertEquals(Sentinel.secret(disk.inputs()), state.get("__inputs"));
        assertEquals(disk, Resource.of(disk.id(), state));
    }

    @Test
    void doesNotCreateWhatExistsAlready() {
        String id = world.disk("d", "").id();
        Refusal refusal = assertThrows(Refusal.class, () -> world.disk("d", ""));
        assertEquals("cannot create already existing resource '" + id + "'", refusal.getMessage());
    }

    @Test
    void whatArmRefusesIsSaidInAzureNativesWords() {
        Refusal refusal = assertThrows(Refusal.class, () -> world.provider.create(urn(DISK, "d"),
                World.diskInputs("d", "").put("resourceGroupName", "gone")));
        assertEquals("Status=404 Code=\"ResourceGroupNotFound\" Message=\"Resource group 'gone' could not be found.\"",
                refusal.getMessage());
    }

    @Test
    void aPreviewKnowsTheInputsAndNothingElse() {
        ObjectNode outputs = world.provider.previewCreate(urn(DISK, "d"), World.diskInputs("d", ", zones: ['1']")).outputs();
        assertEquals(64, outputs.get("diskSizeGB").intValue());
        assertEquals("[\"1\"]", outputs.get("zones").toString());
        assertEquals(json("{name: 'Premium_LRS', tier: '" + Sentinel.UNKNOWN + "'}"), outputs.get("sku"));
        for (String computed : List.of("name", "provisioningState", "timeCreated", "type", "tags")) {
            assertEquals(Sentinel.UNKNOWN, outputs.get(computed).textValue(), computed);
        }
    }

    @Test
    void aPreviewSaysWhatArmWouldRefuse() {
        Refusal refusal = assertThrows(Refusal.class,
                () -> world.provider.previewCreate(urn(DISK, "d"), World.diskInputs("d", "").put("location", "atlantis")));
        assertTrue(refusal.getMessage().startsWith("Status=400 Code=\"LocationNotAvailableForResourceType\" "), refusal.getMessage());
    }

    @Test
    void aPreviewRefusesAnUpdateThatArmWouldRefuse() {
        Resource disk = world.disk("d", "");
        Refusal refusal = assertThrows(Refusal.class,
                () -> world.provider.previewUpdate(urn(DISK, "d"), disk, World.diskInputs("d", "").put("diskSizeGB", 32)));
        assertEquals("Status=409 Code=\"OperationNotAllowed\" Message=\"Disk d of 64 GB: the new size should be greater than existing "
                + "size. Resizing down is not supported\"", refusal.getMessage());
        assertEquals(64, world.cloud.get(disk.id()).orElseThrow().at("/properties/diskSizeGB").intValue());
    }

    @Test
    void aPreviewTakesTheSameChangeAsAReplacement() {
        world.disk("d", "");
        Resource preview = world.provider.previewCreate(urn(DISK, "d"), World.diskInputs("d", "").put("diskSizeGB", 32));
        assertEquals(32, preview.outputs().get("diskSizeGB").intValue());
    }

    @Test
    void aPreviewDoesNotHoldTheOldOneAgainstAReplacementWithAnotherId() {
        ObjectNode old = role("11111111-2222-4333-8444-555555555555");
        ObjectNode renamed = role("66666666-7777-4888-9999-aaaaaaaaaaaa");
        Resource role = world.provider.create(urn(ROLE, "r"), old);
        assertThrows(Refusal.class, () -> world.provider.previewCreate(urn(ROLE, "r"), renamed));
        assertTrue(world.provider.diff(urn(ROLE, "r"), role, renamed).deleteFirst());
        assertEquals("opener", world.provider.previewCreate(urn(ROLE, "r"), renamed).outputs().get("roleName").textValue());
    }

    @Test
    void aPreviewWithAnUnknownNameJudgesNothing() {
        Resource preview = world.provider.previewCreate(urn(DISK, "d"), World.diskInputs(Sentinel.UNKNOWN, ""));
        assertEquals("", preview.id());
    }

    @Test
    void anUpdateKeepsTheIdAndChangesTheOutputs() {
        Resource disk = world.disk("d", "");
        ObjectNode larger = World.diskInputs("d", "").put("diskSizeGB", 128);
        ObjectNode preview = world.provider.previewUpdate(urn(DISK, "d"), disk, larger).outputs();
        assertEquals("d", preview.get("name").textValue());
        assertEquals("westeurope", preview.get("location").textValue());
        assertEquals(Sentinel.UNKNOWN, preview.get("provisioningState").textValue());
        Resource updated = world.provider.update(urn(DISK, "d"), disk.id(), larger);
        assertEquals(disk.id(), updated.id());
        assertEquals(128, updated.outputs().get("diskSizeGB").intValue());
    }

    @Test
    void readingAnUntouchedResourceChangesNothing() {
        Resource disk = world.disk("d", "");
        assertEquals(Optional.of(disk), world.provider.read(urn(DISK, "d"), disk));
    }

    @Test
    void readingCarriesWhatChangedInAzureToTheInputsAndNothingMore() throws Exception {
        Resource disk = world.disk("d", ", tags: {a: '1', b: '2'}");
        ObjectNode body = world.cloud.get(disk.id()).orElseThrow();
        body.set("tags", json("{a: 'changed', c: 'new'}"));
        world.cloud.put(disk.id(), "Microsoft.Compute/disks", body);
        Resource now = world.provider.read(urn(DISK, "d"), disk).orElseThrow();
        assertEquals(World.diskInputs("d", ", tags: {a: 'changed', c: 'new'}"), now.inputs());
    }

    @Test
    void readingWhatIsGoneFindsNothing() {
        Resource disk = world.disk("d", "");
        world.provider.delete(urn(DISK, "d"), disk.id());
        assertEquals(Optional.empty(), world.provider.read(urn(DISK, "d"), disk));
    }

    @Test
    void anImportDerivesTheInputs() {
        String id = world.disk("d", "").id();
        Resource imported = world.provider.read(urn(DISK, "d"), Resource.of(id, json("{}"))).orElseThrow();
        assertEquals("g", imported.inputs().get("resourceGroupName").textValue());
        assertEquals("d", imported.inputs().get("diskName").textValue());
        assertEquals(64, imported.inputs().get("diskSizeGB").intValue());
        assertFalse(imported.inputs().has("provisioningState"));
        assertEquals(List.of(), world.failures(DISK, imported.inputs()));
    }

    @Test
    void anImportOfAnotherTypesIdIsRefused() {
        String group = "/subscriptions/" + subscription() + "/resourceGroups/g";
        Refusal refusal = assertThrows(Refusal.class,
                () -> world.provider.read(urn(DISK, "d"), Resource.of(group, json("{}"))));
        assertEquals("'" + group + "' is not the id of azure-native:compute:Disk; such an id looks like "
                + "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/"
                + "disks/{diskName}", refusal.getMessage());
    }

    @Test
    void deletingTwiceIsNoError() {
        String id = world.disk("d", "").id();
        world.provider.delete(urn(DISK, "d"), id);
        world.provider.delete(urn(DISK, "d"), id);
        assertEquals(Optional.empty(), world.cloud.get(id));
    }

    @Test
    void asksWhoIsSignedIn() {
        ObjectNode who = world.provider.invoke("azure-native:authorization:getClientConfig", json("{}")).result();
        assertEquals(subscription(), who.get("subscriptionId").textValue());
        assertEquals(world.cloud.subscription().objectId(), who.get("objectId").textValue());
        assertEquals(4, who.size());
    }

    @Test
    void looksUpAResourceByItsNames() {
        String id = world.disk("d", "").id();
        ObjectNode found = world.provider.invoke("azure-native:compute:getDisk",
                json("{resourceGroupName: 'g', diskName: 'd'}")).result();
        assertEquals(id, found.get("id").textValue());
        assertEquals(64, found.get("diskSizeGB").intValue());
    }

    @Test
    void aLookUpSaysWhatIsMissing() {
        assertEquals(List.of("missing required property 'diskName'"),
                world.provider.invoke("azure-native:compute:getDisk", json("{resourceGroupName: 'g'}")).failures());
        Refusal refusal = assertThrows(Refusal.class,
                () -> world.provider.invoke("azure-native:compute:getDisk", json("{resourceGroupName: 'g', diskName: 'x'}")));
        assertEquals("Status=404 Code=\"ResourceNotFound\" Message=\"The Resource 'Microsoft.Compute/disks/x' under resource "
                + "group 'g' "
                + "was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix\"", refusal.getMessage());
    }

    @Test
    void listsTheKeysOfAnAccount() {
        world.provider.create(urn("azure-native:storage:StorageAccount", "st"),
                json("{resourceGroupName: 'g', accountName: 'filesofg', "
                + "location: 'westeurope', kind: 'StorageV2', sku: {name: 'Standard_LRS'}}"));
        ObjectNode keys = world.provider.invoke("azure-native:storage:listStorageAccountKeys",
                json("{resourceGroupName: 'g', accountName: 'filesofg'}")).result();
        assertEquals(2, keys.get("keys").size());
    }

    @Test
    void refusesAFunctionThatIsNotSimulated() {
        Refusal refusal = assertThrows(Refusal.class, () -> world.provider.invoke("azure-native:sql:getServer", json("{}")));
        assertTrue(refusal.getMessage().startsWith("the sandbox does not simulate the function azure-native:sql:getServer; "),
                refusal.getMessage());
    }
}
