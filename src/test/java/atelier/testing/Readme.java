package atelier.testing;

import java.nio.file.Path;

/** README.md, as far as tests look at it. */
public final class Readme {
    private Readme() {}

    public static MarkdownFile read() {
        return MarkdownFile.at(Path.of("README.md"));
    }
}
