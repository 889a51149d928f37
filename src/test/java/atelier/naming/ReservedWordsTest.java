package atelier.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.ResourceName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"data", "compute", "vault", "cuda", "image-build", "nat-gateway", "workstation", "private-endpoint"})
    void aNameOfSharedWordsAloneIsReserved(String name) {
        assertTrue(ReservedWords.reserve(new ResourceName(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "grace", "data-2", "big-data", "database", "vaults", "seat-data"})
    void aNameWithAWordOfItsOwnIsFree(String name) {
        assertFalse(ReservedWords.reserve(new ResourceName(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "ada, ada, true", "ada, big-ada, true", "ada, ada-nic, true", "ada-2, old-ada-2-disk, true", "ada, adam, false",
        "ada, bigada, false", "ada-2, ada, false", "ada-2, ada-20, false"
    })
    void aNameOccursAsWholeWordsOnly(String name, String within, boolean occurs) {
        assertEquals(occurs, ReservedWords.occurs(new ResourceName(name), new ResourceName(within)));
    }

    @Test
    void everyReservedWordIsOneWordThatCouldBeAName() {
        List<String> words = List.copyOf(ReservedWords.WORDS);
        assertEquals(words.stream().filter(word -> word.matches("[a-z][a-z0-9]*")).toList(), words);
    }
}
