package atelier.box.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What may stand in oauth2-proxy's settings. Everything that is not here is refused, because its weaknesses have been lists of
 * exceptions and trusted headers (CVE-2026-34457, CVE-2026-40575, CVE-2026-41059, CVE-2025-64484, GHSA-7rh7-c77v-6434).
 */
final class SignInRules {
    private static final String GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String HOST = "[a-z0-9][a-z0-9.-]*[a-z0-9]";

    /** Setting to the form of its value as JSON; all of them are required. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            // Only the front reaches it, and only the front's word counts for who asks.
            Map.entry("http_address", "\"127\\.0\\.0\\.1:4180\""),
            Map.entry("reverse_proxy", "true"),
            Map.entry("trusted_proxy_ips", "\\[\"127\\.0\\.0\\.1\"]"),
            Map.entry("upstreams", "\\[\"static://202\"]"),
            // One tenant, one app, no secret.
            Map.entry("provider", "\"entra-id\""),
            Map.entry("client_id", '"' + GUID + '"'),
            Map.entry("entra_id_federated_token_auth", "true"),
            Map.entry("oidc_issuer_url", "\"https://login\\.microsoftonline\\.com/" + GUID + "/v2\\.0\""),
            Map.entry("allowed_groups", "\\[\"" + GUID + "\"]"),
            Map.entry("oidc_groups_claim", "\"tid\""),
            Map.entry("oidc_email_claim", "\"oid\""),
            Map.entry("email_domains", "\\[\"\\*\"]"),
            Map.entry("scope", "\"openid profile\""),
            Map.entry("code_challenge_method", "\"S256\""),
            Map.entry("insecure_oidc_skip_nonce", "false"),
            Map.entry("skip_claims_from_profile_url", "true"),
            Map.entry("approval_prompt", "\"auto\""),
            Map.entry("encode_state", "true"),
            // Whose session it is, for the agent; nothing for an upstream.
            Map.entry("set_xauthrequest", "true"),
            Map.entry("pass_basic_auth", "false"),
            Map.entry("pass_user_headers", "false"),
            // The cookie.
            Map.entry("cookie_name", "\"__Host-atelier\""),
            Map.entry("cookie_secret_file", "\"/run/atelier/signin/cookie-secret\""),
            Map.entry("cookie_secure", "true"),
            Map.entry("cookie_httponly", "true"),
            Map.entry("cookie_samesite", "\"lax\""),
            Map.entry("cookie_expire", "\"8h\""),
            Map.entry("cookie_refresh", "\"0s\""),
            Map.entry("cookie_csrf_per_request", "true"),
            Map.entry("cookie_csrf_per_request_limit", "8"),
            Map.entry("cookie_csrf_expire", "\"15m\""),
            Map.entry("session_store_type", "\"cookie\""),
            Map.entry("session_cookie_minimal", "true"),
            // Back to this workstation only.
            Map.entry("whitelist_domains", "\\[\"(" + HOST + ")\",\"\\1:8443\"]"),
            Map.entry("skip_provider_button", "true"),
            Map.entry("request_logging", "false")));

    private static final Pattern ISSUERS_TENANT = Pattern.compile("/(" + GUID + ")/");

    private SignInRules() {}

    /** What is wrong with the settings, sorted; empty if nothing is. */
    static List<String> problems(String toml) {
        JsonNode settings = parsed(toml);
        List<String> problems = new ArrayList<>();
        settings.fieldNames().forEachRemaining(name -> {
            if (!SETTINGS.containsKey(name)) {
                problems.add(name + " is not allowed");
            }
        });
        SETTINGS.forEach((name, form) -> {
            if (!settings.has(name)) {
                problems.add(name + " is missing");
            } else if (!settings.get(name).toString().matches(form)) {
                problems.add(name + " must not be " + settings.get(name));
            }
        });
        if (problems.isEmpty() && !tenants(settings)) {
            problems.add("allowed_groups is another tenant than the issuer's");
        }
        problems.sort(null);
        return problems;
    }

    private static boolean tenants(JsonNode settings) {
        return ISSUERS_TENANT.matcher(settings.get("oidc_issuer_url").textValue())
                .results()
                .anyMatch(issuer -> issuer.group(1).equals(settings.get("allowed_groups").get(0).textValue()));
    }

    private static JsonNode parsed(String toml) {
        try {
            return new TomlMapper().readTree(toml);
        } catch (IOException noToml) {
            throw new UncheckedIOException(noToml);
        }
    }
}
