package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.azurenative.authorization.RoleAssignmentArgs;
import com.pulumi.azurenative.keyvault.inputs.VaultPropertiesArgs;
import com.pulumi.azurenative.network.BastionHostArgs;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java SDK fills in values before anything reaches the engine: each is one that we want, or one that we replaced. */
class SdkDefaultsTest {
    private static final Path TABLE = Path.of("src/test/resources/sdk-defaults.txt");

    /** One row of the table; {@code verdict} is {@code wanted}, {@code unused} or {@code ignored}. */
    private record Row(String type, String input, String verdict, List<String> wanted) {
        static Row parse(String line) {
            String[] words = line.split(" ");
            return new Row(words[0], words[1], words[3], words.length > 4 ? List.of(words[4].split("\\|")) : List.of());
        }
    }

    @Test
    void noDefaultThatIsWrongForUsSlipsIn() throws IOException {
        List<Row> rows = rows();
        assertEquals(41, rows.size());
        for (Row row : rows) {
            int found = 0;
            for (Registration resource : registered(row.type())) {
                for (JsonNode value : values(resource.inputs(), row.input())) {
                    judge(row, resource, value);
                    found++;
                }
            }
            assertTrue(found > 0, row::toString);
        }
    }

    @Test
    void theDefaultsAreReallyTheSdks() {
        RoleAssignmentArgs assignment = RoleAssignmentArgs.builder()
                .principalId("p")
                .roleDefinitionId("r")
                .scope("s")
                .build();
        assertEquals("User", PulumiTest.extractValue(assignment.principalType().orElseThrow()).left());
        BastionHostArgs bastion = BastionHostArgs.builder().resourceGroupName("g").build();
        assertEquals(false, value(bastion.enableTunneling().orElseThrow()));
        VaultPropertiesArgs vault = VaultPropertiesArgs.builder()
                .tenantId("t")
                .sku(com.pulumi.azurenative.keyvault.inputs.SkuArgs.builder()
                        .family("A")
                        .name(com.pulumi.azurenative.keyvault.enums.SkuName.Standard)
                        .build())
                .build();
        assertEquals(false, value(vault.enableRbacAuthorization().orElseThrow()));
        assertEquals("enabled", value(vault.publicNetworkAccess().orElseThrow()));
    }

    private static void judge(Row row, Registration resource, JsonNode value) {
        switch (row.verdict()) {
            case "wanted" -> assertTrue(row.wanted().contains(value.asText()), () -> resource + " has " + value + " for " + row);
            case "unused" -> assertTrue(value.isMissingNode(), () -> resource + " has " + value + " for " + row);
            case "ignored" -> assertFalse(resource.text("subnet.id").isBlank(), resource::toString);
            default -> throw new AssertionError(row);
        }
    }

    private static List<Registration> registered(String type) {
        return Stream.of(SharedComponents.PUBLIC, SharedComponents.PRIVATE)
                .flatMap(shared -> shared.deployed().recorded().resources().ofType(type).all().stream())
                .toList();
    }

    /** The values at a path whose {@code []} stands for every element; one missing node where there is none. */
    private static List<JsonNode> values(JsonNode inputs, String path) {
        List<JsonNode> nodes = List.of(inputs);
        for (String step : path.split("\\.")) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                JsonNode child = node.path(step.replace("[]", ""));
                if (step.endsWith("[]")) {
                    child.forEach(next::add);
                } else {
                    next.add(child);
                }
            }
            nodes = next;
        }
        return nodes;
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::parse)
                .toList();
    }

    private static Object value(Output<?> output) {
        return PulumiTest.extractValue(output);
    }
}
