package atelier.sandbox.wire;

import static atelier.sandbox.TestJson.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import org.junit.jupiter.api.Test;

class WireTest {
    @Test
    void everyKindOfValueComesBackAsItWas() {
        ObjectNode tree = json("{text: 'a', yes: true, none: null, whole: 3, large: 5000000000, part: 0.5, list: [1, 'b', [], "
                + "{}], map: {c: {d: false}}}");
        assertEquals(tree, Wire.read(Wire.write(tree)));
    }

    @Test
    void wholeNumbersAreWholeThoughProtobufHasOnlyDoubles() {
        Struct struct = Struct.newBuilder().putFields("n", Value.newBuilder().setNumberValue(64.0).build()).build();
        assertEquals("{\"n\":64}", Wire.read(struct).toString());
    }

    @Test
    void sentinelsPassThrough() {
        ObjectNode asset = json("{file: {'" + Sentinel.SIGNATURE + "': 'c44067f5952c0a294b673a41bacd8c17', path: 'x'}, later: '"
                + Sentinel.UNKNOWN + "'}");
        assertEquals(asset, Wire.read(Wire.write(asset)));
        assertTrue(Sentinel.isSpecial(asset.get("file")));
        assertTrue(Sentinel.isUnknown(asset.get("later")));
    }

    @Test
    void aSecretCanBeMarkedAndRevealed() {
        ObjectNode value = json("{a: 1}");
        assertEquals(json("{'4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', value: {a: 1}}"),
                Sentinel.secret(value));
        assertEquals(value, Sentinel.reveal(Sentinel.secret(value)));
        assertEquals(value, Sentinel.reveal(value));
        assertFalse(Sentinel.isSpecial(value));
    }
}
