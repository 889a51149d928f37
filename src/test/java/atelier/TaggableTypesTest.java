package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.azurenative.storage.StorageAccount;
import com.pulumi.resources.CustomResource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policy pack knows which types take tags from a list, because it must not import any SDK; here the list meets the SDK. */
class TaggableTypesTest {
    private static final Path LIST = Path.of("policy", "src", "operations", "taggable.json");
    private static final Pattern RESOURCE = Pattern.compile("com/pulumi/azurenative/([a-z0-9]+)/([A-Z]\\w*)Args\\.class");

    @Test
    void theListIsThatOfTheSdk() throws IOException {
        Map<String, TreeSet<String>> list = new ObjectMapper().readValue(LIST.toFile(), new TypeReference<>() {});
        assertEquals(taggable(), list);
    }

    private static SortedMap<String, SortedSet<String>> taggable() throws IOException {
        SortedMap<String, SortedSet<String>> types = new TreeMap<>();
        String jar = StorageAccount.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile sdk = new JarFile(jar)) {
            for (String entry : sdk.stream().map(JarEntry::getName).toList()) {
                Matcher matcher = RESOURCE.matcher(entry);
                if (matcher.matches() && isTaggable(sdk, matcher.group(1), matcher.group(2))) {
                    types.computeIfAbsent(matcher.group(1), module -> new TreeSet<>()).add(matcher.group(2));
                }
            }
        }
        return types;
    }

    private static boolean isTaggable(JarFile sdk, String module, String name) {
        if (sdk.getEntry("com/pulumi/azurenative/" + module + "/" + name + ".class") == null) {
            return false;
        }
        Class<?> type = load(module + "." + name);
        return CustomResource.class.isAssignableFrom(type)
                && Stream.of(load(module + "." + name + "Args").getDeclaredMethods()).anyMatch(TaggableTypesTest::areTags);
    }

    private static Class<?> load(String name) {
        try {
            // Not initialised: only its shape matters.
            return Class.forName("com.pulumi.azurenative." + name, false, TaggableTypesTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean areTags(Method method) {
        return method.getName().equals("tags")
                && method.getParameterCount() == 0
                && method.getGenericReturnType().getTypeName().contains("Map<java.lang.String, java.lang.String>");
    }
}
