package atelier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').ofMinLength(1).ofMaxLength(6);
    }

    @Property
    void wordsWithSingleHyphensAreAccepted(@ForAll("words") String first, @ForAll("words") String second) {
        String name = "a" + first + "-" + second;
        assertEquals(name, new ResourceName(name).value());
        List.of("-" + name, name + "-", "a--" + name, "1" + name, name + "_", name.toUpperCase(java.util.Locale.ROOT))
                .forEach(wrong -> assertThrows(Invalid.class, () -> new ResourceName(wrong), wrong));
    }

    @Property(tries = 60)
    void only40CharactersFit(@ForAll @IntRange(min = 1, max = 60) int length) {
        String name = "a".repeat(length);
        if (length <= 40) {
            assertEquals(length, new ResourceName(name).value().length());
        } else {
            assertThrows(Invalid.class, () -> new ResourceName(name));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000})
    void veryLongTextIsRefusedInsteadOfExhaustingTheStack(int length) {
        assertThrows(Invalid.class, () -> new ResourceName("a".repeat(length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a.b", "ä", "a\n", "-", "ada's"})
    void otherTextIsRefused(String text) {
        Invalid refused = assertThrows(Invalid.class, () -> new ResourceName(text));
        assertEquals(text, refused.value());
    }
}
