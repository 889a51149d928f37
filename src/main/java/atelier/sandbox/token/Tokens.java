package atelier.sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;

/**
 * Signs and verifies the tokens of one tenant, RS256.
 *
 * <p>Claims: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
public final class Tokens {
    /** The audience of tokens that an app registration takes instead of a secret. */
    public static final String TOKEN_EXCHANGE = "api://AzureADTokenExchange";

    private static final String UNREADABLE = "InvalidAuthenticationToken";
    private final RSAKey key;
    private final String tenantId;
    private final Clock clock;

    /**
     * The tokens of a tenant.
     *
     * @param directory has the signing key, or gets one
     */
    public Tokens(Path directory, String tenantId, Clock clock) {
        this.key = SigningKey.in(directory);
        this.tenantId = tenantId;
        this.clock = clock;
    }

    /**
     * A signed token.
     *
     * @param lifetime a negative one makes a token that has expired already
     */
    public String issue(Grant grant, Duration lifetime) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(grant.audience())
                .issuer(issuer(grant))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .subject(grant.objectId())
                .claim("oid", grant.objectId())
                .claim("tid", grant.tenantId())
                .claim("appid", grant.applicationId());
        grant.more().forEach(claims::claim);
        return sign(claims.build());
    }

    /** Any claims, signed with the tenant's key. */
    public String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException theKeyIsOurs) {
            throw new IllegalStateException(theKeyIsOurs);
        }
        return token.serialize();
    }

    // Managed identities get tokens of version 1, except those for the token exchange.
    private static String issuer(Grant grant) {
        return grant.audience().equals(TOKEN_EXCHANGE) ? version2(grant.tenantId())
                : "https://sts.windows.net/" + grant.tenantId() + "/";
    }

    private static String version2(String tenantId) {
        return "https://login.microsoftonline.com/" + tenantId + "/v2.0";
    }

    /**
     * Who a token is from.
     *
     * @param audiences the token must be for one of these
     * @throws InvalidToken with ARM's code and text for the first thing that is wrong
     */
    public Caller verify(String token, Collection<String> audiences) throws InvalidToken {
        JWTClaimsSet claims = signedClaims(token);
        Date expires = Optional.ofNullable(claims.getExpirationTime()).orElse(new Date(0));
        if (!expires.toInstant().isAfter(clock.instant())) {
            throw new InvalidToken(
                    "ExpiredAuthenticationToken",
                    "The access token expiry UTC time '%s' is earlier than current UTC time '%s'."
                            .formatted(expires.toInstant(), clock.instant()));
        }
        if (claims.getAudience().stream().noneMatch(audiences::contains)) {
            throw new InvalidToken(
                    "InvalidAuthenticationTokenAudience",
                    ("The access token has been obtained for wrong audience or resource '%s'. It should exactly match with one "
                            + "of the allowed audiences '%s'.")
                                    .formatted(String.join(",", claims.getAudience()), String.join("','", audiences)));
        }
        String tenant = text(claims, "tid");
        if (!tenant.equals(tenantId)) {
            throw new InvalidToken(
                    "InvalidAuthenticationTokenTenant",
                    "The access token is from the wrong issuer '%s'. It must match the tenant '%s' of this subscription."
                            .formatted(claims.getIssuer(), tenantId));
        }
        return new Caller(text(claims, "oid"), tenant);
    }

    private JWTClaimsSet signedClaims(String token) throws InvalidToken {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            // RS256 and nothing else: a token does not choose how it is verified.
            if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256) || !jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()))) {
                throw new InvalidToken(UNREADABLE, "The access token is invalid: its signature does not verify.");
            }
            return jwt.getJWTClaimsSet();
        } catch (ParseException | JOSEException unreadable) {
            throw new InvalidToken(UNREADABLE, "The access token is invalid: it cannot be read.");
        }
    }

    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : "";
    }
}
