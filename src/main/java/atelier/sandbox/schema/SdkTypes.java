package atelier.sandbox.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads property types from the classes of an azure-native SDK, each class when something first asks for it. */
final class SdkTypes {
    private static final String SDK = "com.pulumi.azurenative.";
    private static final String ANNOTATIONS = "com.pulumi.core.annotations.";
    // Azure adds sizes every month, so the SDK's list is always old; the catalog and the simulated world judge sizes.
    private static final Set<String> OPEN = Set.of("VirtualMachineSizeTypes", "VirtualMachineScaleSetVMSizeTypes");
    private static final Map<Class<?>, Type> SCALARS = Map.of(
            String.class, Type.Scalar.STRING, Boolean.class, Type.Scalar.BOOLEAN, Integer.class, Type.Scalar.INTEGER,
            Long.class, Type.Scalar.INTEGER, Double.class, Type.Scalar.NUMBER);

    private final ClassLoader loader;
    private final Map<Class<?>, Type> known = new ConcurrentHashMap<>();

    SdkTypes(ClassLoader loader) {
        this.loader = loader;
    }

    /** The object that a class of the SDK describes. */
    ObjectType object(String className) throws ClassNotFoundException {
        Class<?> type = Class.forName(className, false, loader);
        return (ObjectType) known.computeIfAbsent(type, this::describe);
    }

    private Type of(java.lang.reflect.Type type) {
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType generic) {
            return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        Type scalar = SCALARS.get(plain);
        return scalar != null ? scalar : known.computeIfAbsent(plain, this::describe);
    }

    private Type of(Class<?> raw, java.lang.reflect.Type[] arguments) {
        switch (raw.getSimpleName()) {
            case "Output":
            case "Optional":
                return of(arguments[0]);
            case "List":
                return new Type.ListOf(of(arguments[0]));
            case "Map":
                return new Type.MapOf(of(arguments[1]));
            case "Either":
                return either(of(arguments[0]), of(arguments[1]));
            default:
                throw new IllegalStateException("no schema type for " + raw.getName());
        }
    }

    // The SDK writes "a text, or one of these" for every enum; what else the text could be is not said, so only these count.
    private static Type either(Type first, Type second) {
        if (first.equals(second)) {
            return first;
        }
        return first == Type.Scalar.STRING && second instanceof Type.Choice ? second : new Type.Either(first, second);
    }

    private Type describe(Class<?> type) {
        if (type.isEnum()) {
            return OPEN.contains(type.getSimpleName()) ? Type.Scalar.STRING : new Type.Choice(members(type));
        }
        if (type == Object.class || !type.getName().startsWith(SDK)) {
            return new Type.Any();
        }
        return new ObjectType(type.getSimpleName(), () -> properties(type));
    }

    private SortedMap<String, Property> properties(Class<?> type) {
        SortedMap<String, Property> properties = new TreeMap<>();
        for (Class<?> level = type; level.getName().startsWith(SDK); level = level.getSuperclass()) {
            boolean plainFields = annotation(level.getAnnotations(), "CustomType") != null;
            for (Field field : level.getDeclaredFields()) {
                Property property = property(field, plainFields);
                if (property != null) {
                    properties.putIfAbsent(property.name(), property);
                }
            }
        }
        return properties;
    }

    private Property property(Field field, boolean plainFields) {
        Annotation input = annotation(field.getAnnotations(), "Import");
        Annotation output = annotation(field.getAnnotations(), "Export");
        if (input != null) {
            return new Property(name(input, field), of(field.getGenericType()), (boolean) member(input, "required"));
        }
        if (output != null) {
            return new Property(name(output, field), of(field.getGenericType()), false);
        }
        boolean plain = plainFields && !Modifier.isStatic(field.getModifiers());
        return plain ? new Property(plainName(field), of(field.getGenericType()), false) : null;
    }

    private static String name(Annotation annotation, Field field) {
        String name = (String) member(annotation, "name");
        return name.isEmpty() ? field.getName() : name;
    }

    // An output whose name is a Java keyword has a field with an underscore; its setter tells the real name.
    private static String plainName(Field field) {
        if (!field.getName().endsWith("_")) {
            return field.getName();
        }
        return Arrays.stream(field.getDeclaringClass().getDeclaredClasses())
                .flatMap(builder -> Arrays.stream(builder.getDeclaredMethods()))
                .filter(setter -> setter.getName().equals(field.getName()))
                .map(setter -> annotation(setter.getAnnotations(), "CustomType$Setter"))
                .filter(setter -> setter != null && !((String) member(setter, "value")).isEmpty())
                .map(setter -> (String) member(setter, "value"))
                .findFirst()
                .orElse(field.getName());
    }

    private static List<String> members(Class<?> type) {
        Method converter = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> annotation(method.getAnnotations(), "EnumType$Converter") != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " does not say how its members are written"));
        converter.setAccessible(true);
        return Arrays.stream(type.getEnumConstants()).map(member -> String.valueOf(invoke(converter, member))).sorted().toList();
    }

    private static Annotation annotation(Annotation[] annotations, String name) {
        return Arrays.stream(annotations)
                .filter(annotation -> annotation.annotationType().getName().equals(ANNOTATIONS + name))
                .findFirst()
                .orElse(null);
    }

    private static Object member(Annotation annotation, String name) {
        try {
            return invoke(annotation.annotationType().getMethod(name), annotation);
        } catch (NoSuchMethodException notThisSdk) {
            throw new IllegalStateException(notThisSdk);
        }
    }

    private static Object invoke(Method method, Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException notThisSdk) {
            throw new IllegalStateException(notThisSdk);
        }
    }
}
