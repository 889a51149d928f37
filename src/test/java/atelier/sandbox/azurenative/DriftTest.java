package atelier.sandbox.azurenative;

import static atelier.sandbox.TestJson.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void whatDidNotChangeInAzureStaysAsTheProgramSaidIt() {
        assertEquals(json("{a: 1, b: {c: 'program'}}"),
                Drift.apply(json("{a: 1, b: {c: 'program'}}"), json("{a: 2, b: {c: 'azure'}, d: 3}"),
                        json("{a: 2.0, b: {c: 'azure'}, d: 3}")));
    }

    @Test
    void whatChangedIsAppliedInsideOfObjectsToo() {
        assertEquals(json("{b: {c: 'new', own: true, added: 1}}"),
                Drift.apply(json("{b: {c: 'old', own: true, gone: 0}}"), json("{b: {c: 'old', gone: 0}}"),
                        json("{b: {c: 'new', added: 1}}")));
    }

    @Test
    void aListChangesAsAWhole() {
        assertEquals(json("{zones: ['1', '2']}"), Drift.apply(json("{zones: ['1']}"), json("{zones: ['1']}"),
                json("{zones: ['1', '2']}")));
    }

    @Test
    void whatIsGoneInAzureIsGoneFromTheInputs() {
        assertEquals(json("{}"), Drift.apply(json("{tags: {a: 'b'}}"), json("{tags: {a: 'b'}}"), json("{}")));
    }

    @Test
    void theInputsThemselvesAreNotChanged() {
        var inputs = json("{b: {c: 1}}");
        Drift.apply(inputs, json("{b: {c: 1}}"), json("{b: {c: 2}}"));
        assertEquals(json("{b: {c: 1}}"), inputs);
    }
}
