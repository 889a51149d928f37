package atelier.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;

/** Turns the engine's protobuf structs into Jackson trees and back; sentinels pass through unchanged. */
public final class Wire {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Wire() {}

    public static ObjectNode read(Struct struct) {
        ObjectNode object = JSON.objectNode();
        struct.getFieldsMap().forEach((name, value) -> object.set(name, read(value)));
        return object;
    }

    public static Struct write(ObjectNode object) {
        Struct.Builder struct = Struct.newBuilder();
        object.fields().forEachRemaining(field -> struct.putFields(field.getKey(), write(field.getValue())));
        return struct.build();
    }

    private static JsonNode read(Value value) {
        switch (value.getKindCase()) {
            case STRING_VALUE:
                return JSON.textNode(value.getStringValue());
            case BOOL_VALUE:
                return JSON.booleanNode(value.getBoolValue());
            case NUMBER_VALUE:
                return number(value.getNumberValue());
            case STRUCT_VALUE:
                return read(value.getStructValue());
            case LIST_VALUE:
                ArrayNode list = JSON.arrayNode();
                value.getListValue().getValuesList().forEach(element -> list.add(read(element)));
                return list;
            default:
                return JSON.nullNode();
        }
    }

    // Protobuf has only doubles; whole numbers come back as Jackson would parse them from text.
    private static JsonNode number(double number) {
        if (number != Math.rint(number) || Math.abs(number) > Long.MAX_VALUE) {
            return JSON.numberNode(number);
        }
        long whole = (long) number;
        return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }

    private static Value write(JsonNode node) {
        Value.Builder value = Value.newBuilder();
        if (node instanceof ObjectNode object) {
            return value.setStructValue(write(object)).build();
        }
        if (node instanceof ArrayNode array) {
            ListValue.Builder list = ListValue.newBuilder();
            array.forEach(element -> list.addValues(write(element)));
            return value.setListValue(list).build();
        }
        if (node.isTextual()) {
            return value.setStringValue(node.textValue()).build();
        }
        if (node.isBoolean()) {
            return value.setBoolValue(node.booleanValue()).build();
        }
        if (node.isNumber()) {
            return value.setNumberValue(node.doubleValue()).build();
        }
        return value.setNullValue(NullValue.NULL_VALUE).build();
    }
}
