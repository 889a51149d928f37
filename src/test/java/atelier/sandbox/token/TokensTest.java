package atelier.sandbox.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String TENANT = "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final List<String> VAULTS = List.of("https://vault.azure.net");
    private static final Grant ADA = new Grant(VAULTS.get(0), "ada", "cli", TENANT, Map.of("name", "Ada"));

    @TempDir
    Path directory;

    private Tokens tokens;

    @BeforeEach
    void make() {
        tokens = new Tokens(directory, TENANT, CLOCK);
    }

    private void refuses(String code, String token) {
        InvalidToken refusal = assertThrows(InvalidToken.class, () -> tokens.verify(token, VAULTS));
        assertEquals(code, refusal.code(), refusal.getMessage());
    }

    @Test
    void whatIsIssuedIsVerifiedAlsoByAnotherProcess() throws Exception {
        String token = tokens.issue(ADA, Duration.ofHours(1));
        assertEquals(new Caller("ada", TENANT), new Tokens(directory, TENANT, CLOCK).verify(token, VAULTS));
    }

    @Test
    void aTokenSaysWhomItIsForAndFrom() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(tokens.issue(ADA, Duration.ofHours(1))).getJWTClaimsSet();
        assertEquals("https://sts.windows.net/" + TENANT + "/", claims.getIssuer());
        assertEquals(VAULTS, claims.getAudience());
        assertEquals(
                List.of("ada", "ada", TENANT, "cli", "Ada"),
                List.of(claims.getSubject(), claims.getClaim("oid"), claims.getClaim("tid"), claims.getClaim("appid"),
                        claims.getClaim("name")));
        assertEquals(Instant.parse("2026-11-24T09:00:00Z"), claims.getExpirationTime().toInstant());
    }

    @Test
    void aTokenForTheExchangeHasTheIssuerThatAppsTrust() throws Exception {
        Grant exchange = new Grant(Tokens.TOKEN_EXCHANGE, "signin", "client", TENANT, Map.of());
        assertEquals(
                "https://login.microsoftonline.com/" + TENANT + "/v2.0",
                SignedJWT.parse(tokens.issue(exchange, Duration.ofHours(1))).getJWTClaimsSet().getIssuer());
    }

    @Test
    void whatHasExpiredIsForSomebodyElseOrOfAnotherTenantIsRefused() {
        refuses("ExpiredAuthenticationToken", tokens.issue(ADA, Duration.ofSeconds(-1)));
        refuses("ExpiredAuthenticationToken", tokens.issue(ADA, Duration.ZERO));
        Grant arm = new Grant("https://management.azure.com/", "ada", "cli", TENANT, Map.of());
        refuses("InvalidAuthenticationTokenAudience", tokens.issue(arm, Duration.ofHours(1)));
        Grant foreign = new Grant(VAULTS.get(0), "mallory", "cli", "2c9f0d17-5b3e-4a68-9c41-7e8d6f5a4b32", Map.of());
        refuses("InvalidAuthenticationTokenTenant", tokens.issue(foreign, Duration.ofHours(1)));
    }

    @Test
    void whatSomebodyElseSignedOrNobodyIsRefused(@TempDir Path elsewhere) throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(tokens.issue(ADA, Duration.ofHours(1))).getJWTClaimsSet();
        refuses("InvalidAuthenticationToken", new Tokens(elsewhere, TENANT, CLOCK).sign(claims));
        refuses("InvalidAuthenticationToken", new PlainJWT(claims).serialize());
        SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        shared.sign(new MACSigner(new byte[32]));
        refuses("InvalidAuthenticationToken", shared.serialize());
        refuses("InvalidAuthenticationToken", "nonsense");
        refuses("InvalidAuthenticationToken", "");
    }

    @Test
    void aTokenWithoutAnEndIsRefused() {
        refuses("ExpiredAuthenticationToken", tokens.sign(new JWTClaimsSet.Builder().audience(VAULTS).claim("tid", TENANT).build()));
    }

    @Test
    void aTokenWithoutATenantIsRefused() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(VAULTS).expirationTime(Date.from(CLOCK.instant().plusSeconds(9))).build();
        refuses("InvalidAuthenticationTokenTenant", tokens.sign(claims));
    }

    @Test
    void onlyItsOwnerReadsTheKey() throws Exception {
        Path key = directory.resolve("signing-key.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        try (var files = Files.list(directory)) {
            assertEquals(List.of(key), files.toList());
        }
    }
}
