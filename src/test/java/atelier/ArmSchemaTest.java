package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import atelier.testing.Registration;
import atelier.testing.Stacks;
import atelier.testing.arm.ArmBodies;
import atelier.testing.arm.ArmSchemas;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program would send to Azure, judged by Azure's own schemas. The size of a machine is excepted: their list is old. */
class ArmSchemaTest {
    private static final ArmBodies BODIES = new ArmBodies();
    private static ArmSchemas schemas;

    @BeforeAll
    static void findSchemas() {
        Optional<ArmSchemas> found = ArmSchemas.find();
        assumeTrue(found.isPresent(), "the official ARM schemas are not here: set ATELIER_ARM_SCHEMAS to their folder");
        schemas = found.orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void everyBodyIsValid(String stack) {
        List<String> violations = Stacks.deployed(stack).recorded().resources().all().stream()
                .filter(resource -> BODIES.hasSchema(schemas, resource))
                .flatMap(resource -> BODIES.violations(schemas, resource).stream())
                .toList();
        assertEquals("", String.join("\n", violations));
    }

    @Test
    void theTypesWithoutASchemaAreTheseAlone() {
        TreeSet<String> without = new TreeSet<>();
        for (String stack : Stacks.ALL) {
            Stacks.deployed(stack).recorded().resources()
                    .where(resource -> !BODIES.hasSchema(schemas, resource)).all().stream()
                    .map(Registration::type)
                    .forEach(without::add);
        }
        assertEquals(List.of("azure-native:compute:Disk", "azure-native:logic:Workflow"), List.copyOf(without));
    }
}
