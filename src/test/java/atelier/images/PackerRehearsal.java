package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.catalog.Catalog;
import atelier.model.ImageLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The image build as the real Packer understands it: it evaluates every expression and hands the arguments to a stand-in for
 * its plugin for Azure, which knows their names, types and closed sets of values from a table of facts. Nothing is built.
 */
class PackerRehearsal {
    private static final Catalog CATALOG = Catalog.load();

    private ImageBuild build;

    @BeforeEach
    void copy(@TempDir Path folder) throws IOException {
        build = ImageBuild.copyTo(folder);
    }

    @Test
    void theTemplatesAreFormattedAsPackerFormatsThem() throws Exception {
        assertEquals(new ImageBuild.Result(0, ""), build.packer("fmt", "-check", "-recursive", "images"));
    }

    @Test
    void theStacksOutputIsAllThatTheBuildAsksFor() throws Exception {
        ImageBuild.Result result = build.packer("validate", "images");
        assertEquals(new ImageBuild.Result(0, "The configuration is valid.\n"), result);
        for (String key : List.of("stack", "tenantId", "gallery", "definitions", "tags", "allowedSources")) {
            ObjectNode without = ImageBuild.stackOutput();
            without.remove(key);
            build.variables(without);
            assertTrue(build.packer("validate", "images").output().contains("Unset variable \"" + key + "\""), key);
        }
    }

    @ParameterizedTest
    @EnumSource(ImageLine.class)
    void aLineIsBuiltOnTheCatalogsMachineAndPublishedIntoTheStacksGallery(ImageLine line) throws Exception {
        build.packer("validate", "images");
        ObjectNode stack = ImageBuild.stackOutput();
        JsonNode seen = build.seen("workstation-" + line.id());
        JsonNode gallery = seen.path("shared_image_gallery_destination");
        assertEquals(CATALOG.packerMachine(line).size().name(), seen.path("vm_size").asText());
        assertEquals(stack.path("subscriptionId"), seen.path("subscription_id"));
        assertEquals(stack.path("tenantId"), seen.path("tenant_id"));
        assertEquals(stack.path("location"), seen.path("location"));
        assertEquals(stack.path("allowedSources"), seen.path("allowed_inbound_ip_addresses"));
        assertEquals(stack.path("resourceGroup"), gallery.path("resource_group"));
        assertEquals(stack.path("gallery"), gallery.path("gallery_name"));
        assertEquals("2026.11.1", gallery.path("image_version").asText());
        assertEquals("atelier-vision-data-image-" + line.id(), seen.path("temp_resource_group_name").asText());
        assertTrue(seen.path("encryption_at_host").asBoolean());
        assertTrue(seen.path("managed_image_name").isNull());
        ((ObjectNode) stack.path("tags")).put("image", "2026.11.1");
        assertEquals(stack.path("tags"), seen.path("azure_tags"));
    }

    @Test
    void theBaseImageIsTheOneVersionOfTheManifest() throws Exception {
        build.packer("validate", "images");
        JsonNode ubuntu = Manifest.read().components().get("ubuntu");
        JsonNode seen = build.seen("workstation-cpu");
        assertEquals(
                ubuntu.at("/source/package").asText() + ":" + ubuntu.path("version").asText(),
                Stream.of("image_publisher", "image_offer", "image_sku", "image_version")
                        .map(part -> seen.path(part).asText())
                        .reduce((left, right) -> left + ":" + right)
                        .orElseThrow());
    }

    @Test
    void aPersonSignsInWithTheirOwnCommandLineAndAPipelineWithItsToken() throws Exception {
        build.packer("validate", "images");
        JsonNode person = build.seen("workstation-cpu");
        assertTrue(person.path("use_azure_cli_auth").asBoolean());
        assertEquals("", person.path("client_id").asText());
        build.packer("validate", "-var", "clientId=c", "-var", "oidcRequestUrl=u", "-var", "oidcRequestToken=t", "images");
        JsonNode pipeline = build.seen("workstation-cpu");
        assertEquals(false, pipeline.path("use_azure_cli_auth").asBoolean());
        assertEquals("c", pipeline.path("client_id").asText());
        assertEquals("u", pipeline.path("oidc_request_url").asText());
        assertEquals("t", pipeline.path("oidc_request_token").asText());
        assertTrue(pipeline.path("client_secret").isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vtpm_enabled     | vtpm_enabeld | Did you mean "vtpm_enabled"?
            replicas = 1     | replicates = 1 | "replicates" is not expected here
            local.base[2]    | local.bose[2] | does not have an attribute named "bose"
            vtpm_enabled                 = true | vtpm_enabled = "perhaps" | a bool is required
            "Standard_ZRS"   | "Any_LRS" | "Any_LRS" is none of Standard_LRS
            "TrustedLaunch"  | "Standard" | "Standard" is none of TrustedLaunch
            "1h"             | "1x" | "1x" is no duration
            """)
    void aMistakeIsRefused(String text, String mistake, String message) throws Exception {
        build.change("images/sources.pkr.hcl", text, mistake);
        ImageBuild.Result result = build.packer("validate", "images");
        assertNotEquals(0, result.exitCode());
        assertTrue(inOneLine(result).contains(message), result::output);
    }

    @Test
    void nothingIsBuiltBeforeTheConfigurationNamesAVersion() throws Exception {
        build.change("Pulumi.dev.yaml", "version: 2026.11.1", "version: none");
        ImageBuild.Result result = build.packer("validate", "images");
        assertNotEquals(0, result.exitCode());
        assertTrue(inOneLine(result).contains("images/lines.pkr.hcl line"), result::output);
        assertTrue(inOneLine(result).contains("local.config[\"atelier:images\"].version as \"none\""), result::output);
    }

    @Test
    void theBuildMachineIsNeverOpenToTheInternet() throws Exception {
        ObjectNode open = ImageBuild.stackOutput();
        open.putArray("allowedSources");
        build.variables(open);
        ImageBuild.Result result = build.packer("validate", "images");
        assertNotEquals(0, result.exitCode());
        assertTrue(inOneLine(result).contains("the build machine would be open to the Internet"), result::output);
    }

    @Test
    void everyStepHasANameAndTheRehearsalHasTheSameSteps() throws Exception {
        List<String> steps = steps("images");
        assertTrue(steps.size() >= 10, steps::toString);
        assertEquals(List.of(), steps.stream().filter(step -> !step.matches("(shell|file)\\.[a-z].*")).toList());
        assertEquals(steps, steps("images/rehearsal"));
        assertEquals("shell.take away what makes this machine this machine", steps.get(steps.size() - 1));
    }

    @Test
    void theRehearsalsTemplateIsValidToo() throws Exception {
        Path key = build.root().resolve("key");
        var made = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()).start();
        assertEquals(0, made.waitFor());
        ImageBuild.Result result = build.packer(
                "validate", "-var", "host=127.0.0.1", "-var", "user=root", "-var", "key=" + key,
                "-var", "agent=" + build.root().resolve("target/atelier-agent.jar"), "-var", "standIns=" + build.root(),
                "images/rehearsal");
        assertEquals(new ImageBuild.Result(0, "The configuration is valid.\n"), result);
    }

    @Test
    void thePluginIsPinnedToTheVersionOfTheFacts() throws Exception {
        JsonNode facts = new ObjectMapper().readTree(Path.of("sandbox/toolchain/azure-arm/arguments.json").toFile());
        assertTrue(Files.readString(build.images().resolve("plugins.pkr.hcl"))
                .contains("version = \"= " + facts.path("plugin").asText() + "\""));
    }

    private List<String> steps(String folder) throws IOException, InterruptedException {
        String inspected = build.packer("inspect", folder).output();
        var section = Pattern.compile("provisioners:\\n(.*?)post-processors:", Pattern.DOTALL).matcher(inspected);
        assertTrue(section.find(), inspected);
        return section.group(1).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Packer breaks its messages into lines of its own. */
    private static String inOneLine(ImageBuild.Result result) {
        return result.output().replaceAll("\\s+", " ");
    }
}
