package atelier.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether cloud-init really does it is proved where an image boots, not here. */
final class CustomDataTest {

    // The golden file is the reminder that a change re-images every workstation.
    @Test
    void isTheGoldenText() throws IOException {
        assertEquals(Golden.text("custom-data.yaml"), CustomData.text());
    }

    @Test
    void decodesToItsText() {
        assertEquals(CustomData.text(), new String(Base64.getDecoder().decode(CustomData.base64()), StandardCharsets.UTF_8));
    }

    @Test
    void isCloudConfigWithTheseModulesOnly() throws IOException {
        assertTrue(CustomData.text().startsWith("#cloud-config\n"));
        JsonNode document = new YAMLMapper().readTree(CustomData.text());
        List<String> keys = new ArrayList<>();
        document.fieldNames().forEachRemaining(keys::add);
        assertEquals(List.of("users", "disable_root", "ssh_pwauth", "write_files", "runcmd"), keys);
    }

    @Test
    void makesNoAccountAndTakesNoPassword() throws IOException {
        JsonNode document = new YAMLMapper().readTree(CustomData.text());
        assertEquals(0, document.get("users").size());
        assertFalse(document.get("ssh_pwauth").booleanValue());
        assertTrue(document.get("disable_root").booleanValue());
    }

    @Test
    void startsTheImagesUnitsAndNothingElse() throws IOException {
        JsonNode commands = new YAMLMapper().readTree(CustomData.text()).get("runcmd");
        assertEquals("[[\"systemctl\",\"enable\",\"--now\",\"--no-block\",\"atelier.target\"]]", commands.toString());
    }
}
