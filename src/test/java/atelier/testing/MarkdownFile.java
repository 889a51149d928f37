package atelier.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the project's documentation, as far as tests look at it.
 *
 * @param path from the root of the checkout
 */
public record MarkdownFile(Path path, String text) {
    private static final List<Path> SINGLE = List.of(Path.of("README.md"), Path.of("policy", "README.md"));

    /** The guides, the decision records and the pages beside what they describe. */
    private static final List<Path> FOLDERS = List.of(Path.of("src", "site", "markdown"), Path.of("images"));

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+(?: \\w+)?)\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`((?:sandbox/|mvn |pulumi [a-z]|az [a-z])[^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final String CONTINUED = "\\\\\\n *";

    public static MarkdownFile at(Path path) {
        try {
            return new MarkdownFile(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the guides, such as {@code workstation.md}. */
    public static MarkdownFile guide(String name) {
        return at(FOLDERS.get(0).resolve(name));
    }

    /** Every page that people read. */
    public static List<MarkdownFile> all() {
        return Stream.concat(SINGLE.stream(), FOLDERS.stream().flatMap(MarkdownFile::pages))
                .sorted()
                .map(MarkdownFile::at)
                .toList();
    }

    private static Stream<Path> pages(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The contents of all fenced blocks with this word behind the fence, in order. */
    public List<String> blocks(String kind) {
        return BLOCK.matcher(text).results().filter(block -> block.group(1).equals(kind)).map(block -> block.group(2)).toList();
    }

    /** The lines of all blocks of commands that need nothing but this checkout, in order. */
    public List<String> commands() {
        return lines("sh");
    }

    /** The lines of all blocks of commands for a real subscription, in order. */
    public List<String> azureCommands() {
        return lines("sh azure");
    }

    private List<String> lines(String kind) {
        return blocks(kind).stream().flatMap(block -> block.replaceAll(CONTINUED, "").lines()).toList();
    }

    /** Commands that stand within sentences and tables; a path alone is none. */
    public List<String> inlineCommands() {
        return INLINE.matcher(prose()).results()
                .map(match -> match.group(1))
                .filter(command -> command.contains(" "))
                .toList();
    }

    /** What is set as code within sentences and tables. */
    public List<String> inlineCode() {
        return CODE.matcher(prose()).results().map(match -> match.group(1)).toList();
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    /** The text from one heading to the next of the same or a higher level. */
    public String section(String heading) {
        int level = heading.indexOf(' ');
        String upToTheNext = "\\n(.*?)(?=^#{1," + level + "} |\\z)";
        Matcher section = Pattern.compile("(?ms)^" + Pattern.quote(heading) + upToTheNext).matcher(text);
        if (!section.find()) {
            throw new AssertionError(path + " has no heading '" + heading + "'");
        }
        return section.group(1);
    }

    /** The links to files and headings that are not there; addresses of the web are not looked at. */
    public List<String> brokenLinks() {
        return LINK.matcher(prose()).results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("https://"))
                .filter(link -> !leadsSomewhere(link))
                .toList();
    }

    private boolean leadsSomewhere(String link) {
        String[] parts = link.split("#", 2);
        if (parts[0].isEmpty()) {
            return headings().contains(parts[1]);
        }
        Path target = path.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || at(target).headings().contains(parts[1]));
    }

    /** What a link to a section looks like, for every section. */
    private Set<String> headings() {
        return prose().lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
