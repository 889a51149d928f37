package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.catalog.Catalog;
import atelier.config.ConfigReader;
import atelier.config.Report;
import atelier.outputs.StackOutputs;
import atelier.preflight.Preflight;
import atelier.testing.MarkdownFile;
import atelier.testing.Readme;
import atelier.testing.Stacks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the README says about configuration and outputs is so. */
class ReadmeTest {
    private static final MarkdownFile README = Readme.read();

    @Test
    void theReportIsTheOneThatTheseMistakesGive() {
        var config = new TreeMap<>(Stacks.configuration("dev"));
        config.computeIfPresent("atelier:network", (key, value) -> value.replace("203.0.113.0/24", "0.0.0.0/0"));
        config.computeIfPresent("atelier:workstations", (key, value) -> value.replace("Standard_NC4as_T4_v3", "Standard_NC6s_v3"));
        String report = Report.of(Preflight.judge(ConfigReader.read(config), Catalog.load()));
        assertTrue(README.blocks("text").contains(report + "\n"), report);
    }

    @Test
    void theTableHasEveryKeyOfTheExampleAndOfTheOtherStacks() throws IOException {
        var table = README.text().substring(README.text().indexOf("## Configuration"), README.text().indexOf("## What a change"));
        var missing = new TreeSet<String>();
        for (String stack : Stacks.ALL) {
            JsonNode config = new ObjectMapper(new YAMLFactory()).readTree(Stacks.file(stack).toFile()).path("config");
            keys(config).stream().filter(key -> !table.contains(key)).forEach(missing::add);
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void theOutputsThatItNamesExistAndNoOtherDoes() {
        String table = README.text().substring(README.text().indexOf("### Outputs"), README.text().indexOf("## Who may do what"));
        var named = new TreeSet<String>();
        table.lines().filter(line -> line.startsWith("| `")).forEach(line -> named.add(line.split("`")[1]));
        var exported = new TreeSet<String>();
        Stacks.ALL.forEach(stack -> exported.addAll(Stacks.deployed(stack).outputs().keySet()));
        exported.add(StackOutputs.DNS_RECORDS); // no fixture has a domain and public addresses
        assertEquals(exported, named);
    }

    // The names of families and workstations' own words are not keys.
    private static TreeSet<String> keys(JsonNode node) {
        var keys = new TreeSet<String>();
        node.fields().forEachRemaining(field -> {
            keys.add(field.getKey());
            if (!field.getKey().equals("families")) {
                keys.addAll(keys(field.getValue()));
            }
        });
        if (node.isArray()) {
            node.forEach(element -> keys.addAll(keys(element)));
        }
        return keys;
    }
}
