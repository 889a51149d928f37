package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one list of what the images are made of: versions, sources, checksums, licences, and what is held back until when. */
class ManifestTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Manifest MANIFEST = Manifest.read();

    @Test
    void everyEntryIsAsTheSchemaSays() throws IOException {
        assertEquals(List.of(), faults(MANIFEST.root()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'version': 'latest'}",
        "{'version': null}",
        "{'sha256': 'ABC'}",
        "{'sha256': null}",
        "{'reason': 'there is a checksum already'}",
        "{'licence': null}",
        "{'lines': []}",
        "{'lines': ['gpu']}",
        "{'source': {'kind': 'vendor', 'package': 'intel-mpi'}}",
        "{'source': {'kind': 'apt', 'url': 'https://example.com/intel-mpi.deb'}}",
        "{'source': {'kind': 'vendor', 'url': 'http://example.com/intel-mpi.sh'}}",
        "{'source': {'kind': 'conda', 'package': 'intel-mpi'}}",
        "{'pin': {'reason': 'it is held back', 'link': 'https://example.com'}}",
        "{'pin': {'reason': 'it is held back', 'link': 'https://example.com', 'reviewAt': 'next year'}}",
        "{'checksum': 'misspelt'}"
    })
    void aMistakeIsFound(String change) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree("""
                {"asOf": "2026-11-24", "components": {"intel-mpi": {
                   "version": "2021.16.1", "source": {"kind": "vendor", "url": "https://example.com/intel-mpi.sh"},
                   "sha256": "4165717608e90ae6123397ebf2a9b87a0b070842ce7d13378d1446a08966eb6e",
                   "licence": "Intel Simplified Software License", "lines": ["cpu"]}}}
                """);
        assertEquals(List.of(), faults(root));
        ((ObjectNode) root.at("/components/intel-mpi")).setAll((ObjectNode) JSON.readTree(change.replace('\'', '"')));
        assertFalse(faults(root).isEmpty());
    }

    @Test
    void nothingIsHeldBackBeyondItsDayOfReview() {
        assertEquals(List.of(), MANIFEST.overdue(MANIFEST.clock()));
    }

    @Test
    void whatIsHeldBackIsOverdueTheDayAfterItsReview() {
        LocalDate first = MANIFEST.components().values().stream()
                .filter(component -> component.has("pin"))
                .map(Manifest::reviewAt)
                .min(LocalDate::compareTo)
                .orElseThrow();
        Clock onTheDay = Clock.fixed(first.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        assertEquals(List.of(), MANIFEST.overdue(onTheDay));
        assertEquals(
                MANIFEST.components().entrySet().stream()
                        .filter(entry -> entry.getValue().has("pin") && Manifest.reviewAt(entry.getValue()).equals(first))
                        .map(Map.Entry::getKey)
                        .toList(),
                MANIFEST.overdue(Clock.offset(onTheDay, Duration.ofDays(1))));
    }

    @Test
    void everyToolOfTheSeedIsInTheImagesOrCarriesADecision() throws IOException {
        Set<String> settled = new TreeSet<>(MANIFEST.promises());
        for (JsonNode row : JSON.readTree(Path.of("src", "test", "resources", "promises.json").toFile())) {
            if (row.has("decision")) {
                settled.add(row.path("id").asText());
            }
        }
        Set<String> tools = IntStream.rangeClosed(1, 47).mapToObj(number -> "T" + number).collect(Collectors.toSet());
        tools.removeAll(settled);
        assertEquals(Set.of(), tools);
    }

    /** The environments' own files are what pip installs from. */
    @Test
    void aPythonPackageHasTheVersionThatItsEnvironmentPins() throws IOException {
        Set<String> pinned = new TreeSet<>();
        try (var files = Files.newDirectoryStream(Path.of("images", "environments"), "*.in")) {
            for (Path file : files) {
                Files.readAllLines(file).forEach(line -> pinned.add(line.replaceAll("\\[.*]", "")));
            }
        }
        Set<String> listed = new TreeSet<>();
        MANIFEST.components().values().forEach(component -> {
            if (component.at("/source/kind").asText().equals("pypi")) {
                listed.add(component.at("/source/package").asText() + "==" + component.path("version").asText());
            }
        });
        listed.removeAll(pinned);
        assertEquals(Set.of(), listed);
    }

    private static List<String> faults(JsonNode manifest) throws IOException {
        JsonNode text = JSON.readTree(Path.of("images", "versions.schema.json").toFile());
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
        return schema.validate(manifest).stream().map(ValidationMessage::getMessage).sorted().toList();
    }
}
