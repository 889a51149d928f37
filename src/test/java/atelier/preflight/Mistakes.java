package atelier.preflight;

import atelier.model.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every mistake that preflight finds, each as one change to the worked example. */
final class Mistakes {
    private Mistakes() {}

    /**
     * One mistake and what is said about it.
     *
     * @param rule the rule that is broken; distinct
     * @param change from a configuration without mistakes to one with exactly this
     */
    record Mistake(String rule, Consumer<SpecDraft> change, Problem expected) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static List<Mistake> all() {
        return Stream.of(
                        SizeMistakes.all(), QuotaMistakes.all(), NameMistakes.all(), SourceMistakes.all(),
                        NetworkMistakes.all(), OtherMistakes.all())
                .flatMap(List::stream)
                .toList();
    }
}
