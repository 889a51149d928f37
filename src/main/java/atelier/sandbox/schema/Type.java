package atelier.sandbox.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The type of a property. */
public sealed interface Type permits ObjectType, Type.Scalar, Type.Any, Type.Choice, Type.ListOf, Type.MapOf, Type.Either,
        Type.Union {
    /** A type without parts. */
    enum Scalar implements Type {
        STRING, BOOLEAN, INTEGER, NUMBER;

        /** The name that azure-native's messages use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Any JSON value. */
    record Any() implements Type {}

    /** One of some texts, spelled exactly so. */
    record Choice(List<String> members) implements Type {
        public Choice {
            members = List.copyOf(members);
        }
    }

    record ListOf(Type element) implements Type {}

    record MapOf(Type element) implements Type {}

    /** One of two types, told apart by looking at the value. */
    record Either(Type first, Type second) implements Type {}

    /** One of several objects, told apart by the text in one of their properties. */
    record Union(String discriminator, Map<String, ObjectType> variants) implements Type {
        public Union {
            variants = Map.copyOf(variants);
        }
    }
}
