package atelier.sandbox.schema;

/** A resource type: its token, what the table says about it, and its inputs and outputs as azure-native declares them. */
public record ResourceType(String token, Facts facts, ObjectType inputs, ObjectType outputs) {}
