package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two judgements of a bake, by the scripts that make them; they need jq. */
class RefusalRehearsal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Judgement(int exitCode, String message) {}

    @Test
    void nothingIsPublishedThatNobodyHasVerified(@TempDir Path records) throws Exception {
        String measured = "0".repeat(64);
        Files.writeString(records.resolve("unverified.json"), "{\"grid-driver\": \"" + measured + "\"}");
        Judgement judgement = judge("refuse-unverified", Map.of("ATELIER_RECORDS", records.toString()));
        assertEquals(1, judgement.exitCode());
        JsonNode entry = JSON.readTree(judgement.message().substring(judgement.message().indexOf('{')));
        ObjectNode expected = Manifest.read().components().get("grid-driver").deepCopy();
        expected.remove("reason");
        expected.put("sha256", measured);
        assertEquals(JSON.createObjectNode().set("grid-driver", expected), entry);
    }

    @Test
    void whatWasVerifiedIsPublished(@TempDir Path records) throws Exception {
        Judgement published = new Judgement(0, "");
        assertEquals(published, judge("refuse-unverified", Map.of("ATELIER_RECORDS", records.toString())));
        Files.writeString(records.resolve("unverified.json"), "{}");
        assertEquals(published, judge("refuse-unverified", Map.of("ATELIER_RECORDS", records.toString())));
    }

    @Test
    void noImageIsMadeWithAComponentThatIsOverdue() throws Exception {
        LocalDate day = Manifest.read().components().values().stream()
                .filter(component -> component.has("pin"))
                .map(Manifest::reviewAt)
                .min(LocalDate::compareTo)
                .orElseThrow();
        assertEquals(new Judgement(0, ""), judge("refuse-overdue", Map.of("ATELIER_TODAY", day.toString())));
        Judgement judgement = judge("refuse-overdue", Map.of("ATELIER_TODAY", day.plusDays(1).toString()));
        assertEquals(1, judgement.exitCode());
        assertTrue(judgement.message().contains("grid-driver 570.195.03, review was due " + day), judgement::message);
        assertFalse(judgement.message().contains("cuda-keyring"), judgement::message);
    }

    private static Judgement judge(String script, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("images/" + script);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String message = new String(process.getInputStream().readAllBytes());
        return new Judgement(process.waitFor(), message);
    }
}
