package atelier.testing.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shows that the schemas find what is wrong before anyone trusts them to find nothing. */
class ArmSchemasTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static ArmSchemas schemas;

    @BeforeAll
    static void findSchemas() {
        Optional<ArmSchemas> found = ArmSchemas.find();
        assumeTrue(found.isPresent(), "the official ARM schemas are not here: set ATELIER_ARM_SCHEMAS to their folder");
        schemas = found.orElseThrow();
    }

    @Test
    void acceptsACorrectNetworkInterface() {
        assertEquals(List.of(), networkInterface("""
                location: westeurope
                tags: {owner: ada}
                properties:
                  enableAcceleratedNetworking: true
                  networkSecurityGroup: {id: /nsg}
                  ipConfigurations:
                    - {name: ip, properties: {privateIPAllocationMethod: Dynamic, subnet: {id: /subnet}}}
                """));
    }

    @Test
    void findsAWrongTypeAtItsPlace() {
        assertReported("enableAcceleratedNetworking", networkInterface("properties: {enableAcceleratedNetworking: [1]}"));
    }

    @Test
    void findsAMisspeltProperty() {
        assertReported("enableAceleratedNetworking", networkInterface("properties: {enableAceleratedNetworking: true}"));
    }

    @Test
    void findsAnInputThatWasNotMovedBelowProperties() {
        assertReported("subnet", networkInterface("properties: {ipConfigurations: [{name: ip, subnet: {id: /subnet}}]}"));
        assertReported("enableIPForwarding", networkInterface("{enableIPForwarding: false, properties: {}}"));
    }

    @Test
    void findsAValueOutsideAnEnumeration() {
        assertReported("access", rule("Perhaps", 100));
        assertEquals(List.of(), rule("Deny", 100));
    }

    @Test
    void findsAMissingRequiredProperty() {
        assertReported("protocol", violations("Microsoft.Network/networkSecurityGroups", "2023-02-01", "nsg", """
                properties:
                  securityRules:
                    - {name: r, properties: {access: Deny, direction: Inbound, priority: 100}}
                """));
    }

    @Test
    void findsANameThatBreaksItsPattern() {
        assertReported("name", violations("Microsoft.KeyVault/vaults", "2023-02-01", "kv_vision", VAULT));
        assertEquals(List.of(), violations("Microsoft.KeyVault/vaults", "2023-02-01", "kv-vision", VAULT));
        assertEquals(List.of(), violations(
                "Microsoft.Storage/storageAccounts/fileServices", "2022-09-01", "stvision/default", "properties: {}"));
        assertReported("name", violations(
                "Microsoft.Storage/storageAccounts/fileServices", "2022-09-01", "stvision/other", "properties: {}"));
    }

    @Test
    void findsAWrongVariantOfACompute() {
        String compute = """
                location: westeurope
                properties: {computeType: AmlCompute, properties: {vmPriority: %s, remoteLoginPortPublicAccess: Disabled}}
                """;
        String type = "Microsoft.MachineLearningServices/workspaces/computes";
        assertEquals(List.of(), violations(type, "2023-04-01", "w/train", compute.formatted("LowPriority")));
        assertFalse(violations(type, "2023-04-01", "w/train", compute.formatted("Cheap")).isEmpty());
        assertFalse(violations(type, "2023-04-01", "w/train", compute.formatted("LowPriority")
                .replace("AmlCompute", "AmlCluster")).isEmpty());
    }

    @Test
    void exceptsOnlyTheSizeOfAMachine() {
        String machine = "{location: westeurope, properties: {hardwareProfile: {vmSize: Standard_NC40ads_H100_v5%s}}}";
        assertEquals(List.of(), violations("Microsoft.Compute/virtualMachines", "2023-03-01", "ada", machine.formatted("")));
        assertReported("vmSice",
                violations("Microsoft.Compute/virtualMachines", "2023-03-01", "ada", machine.formatted(", vmSice: 1")));
    }

    @Test
    void saysWhichTypesItDoesNotKnow() {
        assertTrue(schemas.knows("microsoft.network/natgateways", "2023-02-01"));
        assertFalse(schemas.knows("Microsoft.Logic/workflows", "2019-05-01"));
        assertThrows(IllegalArgumentException.class,
                () -> violations("Microsoft.Logic/workflows", "2019-05-01", "stop", "properties: {}"));
    }

    private static final String VAULT =
            "{location: westeurope, properties: {tenantId: 8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613, sku: {family: A, name: standard}}}";

    private static List<String> networkInterface(String body) {
        return violations("Microsoft.Network/networkInterfaces", "2023-02-01", "nic", body);
    }

    private static List<String> rule(String access, int priority) {
        return violations("Microsoft.Network/networkSecurityGroups", "2023-02-01", "nsg", """
                properties:
                  securityRules:
                    - {name: r, properties: {access: %s, direction: Inbound, priority: %d, protocol: Tcp}}
                """.formatted(access, priority));
    }

    private static List<String> violations(String type, String version, String name, String body) {
        try {
            JsonNode parsed = YAML.readTree(body);
            return schemas.violations(type, version, name, parsed);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(body, malformed);
        }
    }

    private static void assertReported(String what, List<String> violations) {
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(what)), () -> what + " is not in " + violations);
    }
}
