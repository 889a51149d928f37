package atelier.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.catalog.Catalog;
import atelier.preflight.Preflight;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StacksTest {

    @Test
    void handsOverScalarsAsTextAndTheRestAsJson() {
        assertEquals(
                Map.of(
                        "azure-native:location", "westeurope",
                        "atelier:files", "{\"quotaGiB\":1024,\"softDeleteDays\":30}",
                        "atelier:clusters", "[{\"max\":4,\"name\":\"train\"}]",
                        "atelier:flag", "true"),
                Stacks.parse("""
                        config:
                          azure-native:location: westeurope
                          atelier:files: {quotaGiB: 1024, softDeleteDays: 30}
                          atelier:clusters:
                            - {name: train, max: 4}
                          atelier:flag: true
                        """));
    }

    @Test
    void everyStackIsAcceptedBeforeAnythingIsDeclared() {
        for (String stack : Stacks.ALL) {
            assertEquals(List.of(), Preflight.judge(Stacks.spec(stack), Catalog.load()), stack);
        }
    }

    @Test
    void theLargeStackIsLarge() {
        assertEquals(60, Stacks.spec("large").workstations().size());
        assertEquals(4, Stacks.spec("large").clusters().size());
    }

    @Test
    void everyStackNamesTheSameKeysAsTheContract() {
        for (String stack : Stacks.ALL) {
            Map<String, String> configuration = Stacks.configuration(stack);
            configuration.remove("atelier:tls");
            assertEquals(
                    "[atelier:access, atelier:clusters, atelier:files, atelier:images, atelier:network, atelier:quota, atelier:team, "
                            + "atelier:workstations, azure-native:location]",
                    configuration.keySet().toString(),
                    stack);
        }
    }
}
