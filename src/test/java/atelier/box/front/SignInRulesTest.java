package atelier.box.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** oauth2-proxy's settings have nothing that has let people past it before. */
class SignInRulesTest {
    private static final Site.Rendered SETTINGS = Site.FILES.get(2);

    @ParameterizedTest
    @EnumSource
    void whatIsRenderedKeepsEveryRule(Site site) {
        assertEquals(List.of(), SignInRules.problems(site.golden(SETTINGS)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a route without a sign-in   | skip_auth_routes = ["GET=^/lab"]           | skip_auth_routes is not allowed
            a pattern without a sign-in | skip_auth_regex = ["^/static"]             | skip_auth_regex is not allowed
            a trusted address           | trusted_ips = ["10.0.0.0/8"]               | trusted_ips is not allowed
            a User-Agent that opens     | ping_user_agent = "kube-probe"             | ping_user_agent is not allowed
            another cloud's checks      | gcp_healthchecks = true                    | gcp_healthchecks is not allowed
            bearer tokens from anywhere | skip_jwt_bearer_tokens = true              | skip_jwt_bearer_tokens is not allowed
            a file of passwords         | htpasswd_file = "/etc/htpasswd"            | htpasswd_file is not allowed
            preflight without a sign-in | skip_auth_preflight = true                 | skip_auth_preflight is not allowed
            a secret on the disk        | client_secret = "hunter2"                  | client_secret is not allowed
            more tenants                | entra_id_allowed_tenants = ["a"]           | entra_id_allowed_tenants is not allowed
            TLS without certificates    | ssl_insecure_skip_verify = true            | ssl_insecure_skip_verify is not allowed
            an access token passed on   | pass_access_token = true                   | pass_access_token is not allowed
            a fixed redirect address    | redirect_url = "https://evil.example"      | redirect_url is not allowed
            """)
    void aSettingThatOpensAWayPastTheSignInIsRefused(String what, String line, String problem) {
        assertEquals(List.of(problem), SignInRules.problems(Site.DOMAIN.golden(SETTINGS) + line + "\n"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            oidc_issuer_url          | "https://login.microsoftonline.com/common/v2.0"
            oidc_issuer_url          | "https://login.microsoftonline.com/organizations/v2.0"
            oidc_issuer_url          | "https://login.microsoftonline.com/consumers/v2.0"
            oidc_issuer_url          | "https://login.example.com/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613/v2.0"
            allowed_groups           | []
            insecure_oidc_skip_nonce | true
            code_challenge_method    | "plain"
            trusted_proxy_ips        | ["0.0.0.0/0"]
            trusted_proxy_ips        | []
            http_address             | "0.0.0.0:4180"
            scope                    | "openid profile offline_access"
            scope                    | "openid profile https://management.azure.com/user_impersonation"
            cookie_name              | "_oauth2_proxy"
            cookie_secure            | false
            cookie_httponly          | false
            cookie_samesite          | "none"
            cookie_expire            | "168h"
            cookie_refresh           | "55m"
            session_cookie_minimal   | false
            oidc_email_claim         | "email"
            oidc_groups_claim        | "groups"
            whitelist_domains        | [".example.com", "ada.ml.example.com:8443"]
            whitelist_domains        | ["ada.ml.example.com", "eve.ml.example.com:8443"]
            upstreams                | ["http://127.0.0.1:8888"]
            """)
    void aWeakerValueIsRefused(String name, String value) {
        String good = Site.DOMAIN.golden(SETTINGS);
        String bad = good.replaceFirst("(?m)^" + name + " = .*$", name + " = " + value);
        assertNotEquals(good, bad);
        List<String> problems = SignInRules.problems(bad);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith(name + " must not be "), problems::toString);
    }

    @Test
    void anIssuerThatNobodyChecksIsRefused() {
        String bad = Site.DOMAIN.golden(SETTINGS) + "insecure_oidc_skip_issuer_verification = true\n";
        assertEquals(List.of("insecure_oidc_skip_issuer_verification is not allowed"), SignInRules.problems(bad));
    }

    @Test
    void anIssuerOfOneTenantWithPeopleOfAnotherIsRefused() {
        String bad = Site.DOMAIN.golden(SETTINGS)
                .replaceFirst("allowed_groups = .*", "allowed_groups = [\"00000000-0000-4000-8000-000000000000\"]");
        assertEquals(List.of("allowed_groups is another tenant than the issuer's"), SignInRules.problems(bad));
    }

    @Test
    void everySettingIsNeeded() {
        Site.DOMAIN.golden(SETTINGS).lines().filter(line -> line.contains(" = ")).forEach(line -> assertEquals(
                List.of(line.substring(0, line.indexOf(' ')) + " is missing"),
                SignInRules.problems(Site.DOMAIN.golden(SETTINGS).replace(line + "\n", ""))));
    }
}
