package atelier.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void aKeyThatNobodyAskedForIsAMistake() {
        assertEquals("file has the unknown key vCpu", refusal("{\"vCpus\": 4, \"vCpu\": 4}", facts -> facts.number("vCpus")));
    }

    @Test
    void aMissingKeyIsAMistake() {
        assertEquals("file lacks family", refusal("{}", facts -> facts.text("family")));
    }

    @Test
    void noValueIsConvertedIntoAnotherType() {
        assertEquals("file vCpus is not a whole number", refusal("{\"vCpus\": \"4\"}", facts -> facts.number("vCpus")));
        assertEquals("file vCpus is not a whole number", refusal("{\"vCpus\": 4.0}", facts -> facts.number("vCpus")));
        assertEquals("file name is not a text", refusal("{\"name\": 4}", facts -> facts.text("name")));
        assertEquals("file name is not a text", refusal("{\"name\": \" \"}", facts -> facts.text("name")));
        assertEquals("file flag is neither true nor false", refusal("{\"flag\": \"true\"}", facts -> facts.flag("flag")));
        assertEquals("file usd is not a text", refusal("{\"usd\": 0.1}", facts -> facts.decimal("usd")));
        assertEquals("file usd is not a decimal", refusal("{\"usd\": \"1e3\"}", facts -> facts.decimal("usd")));
        assertEquals("file asOf is not a date", refusal("{\"asOf\": \"Nov 2026\"}", facts -> facts.date("asOf")));
        assertEquals("file memory is not a number", refusal("{\"memory\": \"1\"}", facts -> facts.fraction("memory")));
        assertEquals("file list is not a list", refusal("{\"list\": {}}", facts -> facts.texts("list")));
        assertEquals("file list has an element that is not a text", refusal("{\"list\": [1]}", facts -> facts.texts("list")));
    }

    @Test
    void aMistakeInsideAListIsFoundByItsPlace() {
        assertEquals(
                "file.sizes[1] lacks name",
                refusal("{\"sizes\": [{\"name\": \"a\"}, {}]}", facts -> facts.objects("sizes", size -> size.text("name"))));
        assertEquals(
                "file.sizes[0] is not an object",
                refusal("{\"sizes\": [1]}", facts -> facts.objects("sizes", size -> size.text("name"))));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertEquals(
                "the program lacks its fact file none.json",
                assertThrows(IllegalStateException.class, () -> Facts.file("none.json", facts -> facts)).getMessage());
    }

    private static String refusal(String json, Function<Facts, Object> reader) {
        return assertThrows(IllegalStateException.class, () -> Facts.read("file", tree(json), reader)).getMessage();
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
