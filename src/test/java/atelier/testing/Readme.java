package atelier.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** README.md, as far as tests look at it. */
public final class Readme {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+(?: \\w+)?)\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`((?:sandbox/|mvn |pulumi [a-z]|az [a-z])[^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    private final String text;

    private Readme(String text) {
        this.text = text;
    }

    public static Readme read() {
        try {
            return new Readme(Files.readString(Path.of("README.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String text() {
        return text;
    }

    /** The contents of all fenced blocks with this word behind the fence, in order. */
    public List<String> blocks(String kind) {
        return BLOCK.matcher(text).results().filter(block -> block.group(1).equals(kind)).map(block -> block.group(2)).toList();
    }

    /** The lines of all blocks of commands that need nothing but this checkout, in order. */
    public List<String> commands() {
        return blocks("sh").stream().flatMap(String::lines).toList();
    }

    /** The lines of all blocks of commands for a real subscription, in order. */
    public List<String> azureCommands() {
        return blocks("sh azure").stream().flatMap(String::lines).toList();
    }

    /** Commands that stand within sentences and tables; a path alone is none. */
    public List<String> inlineCommands() {
        String prose = BLOCK.matcher(text).replaceAll("");
        return INLINE.matcher(prose).results().map(match -> match.group(1)).filter(command -> command.contains(" ")).toList();
    }

    /** What a link to a section looks like, for every section. */
    public Set<String> headings() {
        return text.lines()
                .filter(line -> line.startsWith("##"))
                .map(line -> line.replaceFirst("^#+ ", "#").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** What links lead to: addresses and paths in the repository. */
    public List<String> links() {
        Stream<MatchResult> links = LINK.matcher(text).results();
        return links.map(link -> link.group(1)).toList();
    }
}
