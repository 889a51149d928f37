package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.MarkdownFile;
import atelier.testing.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every page: links, commands, the index of decisions. */
class DocumentationTest {
    private static final Path DECISIONS = Path.of("src", "site", "markdown", "decisions");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{4}) \\| \\[(.+)]\\((.+)\\) \\|$");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = MarkdownFile.all().stream()
                .flatMap(page -> page.brokenLinks().stream().map(link -> page.path() + ": " + link))
                .toList();
        assertEquals(List.of(), broken);
    }

    @Test
    void aBrokenLinkIsFound() {
        MarkdownFile page = new MarkdownFile(
                DECISIONS.resolve("page.md"),
                "# A heading, here\n[a](#a-heading-here) [b](#b) [c](README.md) [d](../decisions/none.md) [e](README.md#none)\n");
        assertEquals(List.of("#b", "../decisions/none.md", "README.md#none"), page.brokenLinks());
    }

    @Test
    void everyCommandForASubscriptionStartsWithAKnownTool() {
        var tools = new TreeSet<String>();
        MarkdownFile.all().forEach(page -> page.azureCommands().forEach(line -> tools.add(line.split(" ")[0])));
        assertEquals(new TreeSet<>(List.of("az", "export", "for", "mvn", "packer", "pulumi")), tools);
    }

    @Test
    void theReadmeBuildsImagesAsTheirOwnPageDoes() {
        List<String> own = build(MarkdownFile.at(Path.of("images", "README.md")));
        assertEquals("mvn package", own.get(0));
        List<String> readme = build(Readme.read());
        assertEquals(own.subList(1, own.size()), readme.subList(readme.size() - own.size(), readme.size() - 1));
        assertEquals("pulumi up", readme.get(readme.size() - 1));
    }

    /** Up to the deployment of what was built, without what is said about each command. */
    private static List<String> build(MarkdownFile page) {
        return page.blocks("sh azure").stream()
                .filter(block -> block.contains("packer build"))
                .flatMap(String::lines)
                .map(line -> line.replaceFirst(" +# .*", ""))
                .toList();
    }

    @Test
    void theIndexHasEveryDecisionUnderItsOwnTitle() throws IOException {
        List<String> listed = ROW.matcher(MarkdownFile.at(DECISIONS.resolve("README.md")).text()).results()
                .map(DocumentationTest::heading)
                .toList();
        try (Stream<Path> files = Files.list(DECISIONS)) {
            List<String> titles = files.filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .map(DocumentationTest::heading)
                    .toList();
            assertEquals(titles, listed);
        }
    }

    private static String heading(MatchResult row) {
        return row.group(3) + ": " + Integer.parseInt(row.group(1)) + ". " + row.group(2);
    }

    private static String heading(Path file) {
        String first = MarkdownFile.at(file).text().lines().findFirst().orElseThrow();
        assertTrue(first.matches("# \\d+\\. .+"), file + ": " + first);
        return file.getFileName() + ": " + first.substring(2).replaceFirst(" \\(\\d{4}-\\d\\d-\\d\\d\\)$", "");
    }
}
