package atelier.sandbox.schema;

/** One property of an object: its name as users write it, its type, and whether it must be given. */
public record Property(String name, Type type, boolean required) {}
