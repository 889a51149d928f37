package atelier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdTest {

    @Property
    void everyGuidIsAcceptedAndKeptInLowerCase(@ForAll long high, @ForAll long low) {
        Assume.that(high != 0 || low != 0);
        String guid = new UUID(high, low).toString();
        assertEquals(guid, new ObjectId(guid).value());
        assertEquals(new ObjectId(guid), new ObjectId(guid.toUpperCase(Locale.ROOT)));
    }

    @Property
    void otherTextIsRefusedAsItIs(@ForAll String text) {
        Invalid refused = assertThrows(Invalid.class, () -> new ObjectId(text));
        assertEquals(text, refused.value());
        assertEquals("a GUID such as 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11", refused.allowed());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "00000000-0000-0000-0000-000000000000", "6f0d3c1e52a44d0b9d580a7d1f6f2b11", "{6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11}",
        "6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b1g", "6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11\n"
    })
    void almostAGuidIsRefused(String text) {
        assertThrows(Invalid.class, () -> new ObjectId(text));
    }
}
