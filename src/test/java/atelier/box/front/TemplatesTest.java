package atelier.box.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates and goldens agree; that the image's own script renders the goldens is shown by {@link FrontRehearsal}. */
class TemplatesTest {
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    @ParameterizedTest
    @EnumSource
    void theGoldensAreTheTemplatesWithTheDocumentsTexts(Site site) {
        JsonNode access = site.document().path("access");
        Map<String, String> texts = Map.of(
                "HOST", site.host(),
                "TENANT_ID", access.path("tenantId").textValue(),
                "CLIENT_ID", access.path("signInClientId").textValue());
        for (Site.Rendered rendered : Site.FILES) {
            String expected = NAME.matcher(site.template(rendered)).replaceAll(name -> texts.get(name.group(1)));
            assertEquals(expected, site.golden(rendered), site + " " + rendered.file());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNameIsAcceptedWithThePortOfATunnelAndNoOtherNameIs(Site site) {
        String names = site.golden(Site.FILES.get(1));
        assertEquals(
                new TreeSet<>(Set.of(site.host(), site.host() + ":8443")),
                Pattern.compile("^ {4}(\\S+) 1;$", Pattern.MULTILINE)
                        .matcher(names)
                        .results()
                        .map((MatchResult accepted) -> accepted.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(names.contains("    default 0;\n"), names);
        assertEquals("# Written by render-front.\nserver_name " + site.host() + ";\n", site.golden(Site.FILES.get(0)));
    }
}
