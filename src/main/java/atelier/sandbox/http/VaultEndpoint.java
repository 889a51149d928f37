package atelier.sandbox.http;

import atelier.sandbox.access.AccessControl;
import atelier.sandbox.access.CloudAccess;
import atelier.sandbox.access.Operation;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.token.Caller;
import atelier.sandbox.token.InvalidToken;
import atelier.sandbox.token.Tokens;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets of the deployed vaults: the one of each certificate, which is its private key with the certificate, as Azure keeps it.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret">the request</a>
 */
public final class VaultEndpoint implements Endpoint {
    /** The end of every vault's host name. */
    public static final String DOMAIN = ".vault.azure.net";

    private static final String GET_SECRET = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
    private static final Pattern SECRET = Pattern.compile("/secrets/([A-Za-z0-9-]+)(/[0-9a-f]*)?");
    private static final List<String> AUDIENCES = List.of("https://vault.azure.net", "https://vault.azure.net/");

    private final Cloud cloud;
    private final Tokens tokens;
    private final CertificateStore certificates;

    public VaultEndpoint(Cloud cloud, Tokens tokens, CertificateStore certificates) {
        this.cloud = cloud;
        this.tokens = tokens;
        this.certificates = certificates;
    }

    @Override
    public Answer answer(Request request) {
        Matcher path = SECRET.matcher(request.path());
        if (!request.method().equals("GET") || !path.matches()) {
            return Answer.error(404, "NotFound", "The sandbox answers GET of a secret only.");
        }
        try {
            return secret(request, caller(request), path.group(1));
        } catch (InvalidToken invalid) {
            return unauthorized("[BearerReadAccessTokenFailed] " + invalid.getMessage());
        }
    }

    private Caller caller(Request request) throws InvalidToken {
        String header = request.header("Authorization").orElse("Bearer ");
        return tokens.verify(header.replaceFirst("(?i)^Bearer +", ""), AUDIENCES);
    }

    private Answer unauthorized(String message) {
        return Answer.error(401, "Unauthorized", message)
                .with("WWW-Authenticate", "Bearer authorization=\"https://login.microsoftonline.com/%s\", resource=\"%s\""
                        .formatted(cloud.subscription().tenantId(), AUDIENCES.get(0)));
    }

    private Answer secret(Request request, Caller caller, String name) {
        String vaultName = request.host().toLowerCase(Locale.ROOT).replace(DOMAIN, "");
        Optional<ObjectNode> vault = cloud.list("Microsoft.KeyVault/vaults").stream()
                .filter(body -> body.path("name").asText().equalsIgnoreCase(vaultName))
                .findFirst();
        if (vault.isEmpty()) {
            return Answer.error(404, "VaultNotFound", "There is no vault '" + vaultName + "'.");
        }
        AccessControl access = CloudAccess.of(cloud);
        String scope = vault.get().path("id").asText() + "/secrets/" + name;
        if (!access.allows(caller.objectId(), Operation.dataAction(GET_SECRET), scope)) {
            return forbidden(caller, scope);
        }
        if (!cloud.hasCertificate(name)) {
            return Answer.error(
                    404, "SecretNotFound",
                    "A secret with (name/id) " + name + " was not found in this key vault. If you recently deleted this secret "
                            + "you may be able to recover it using the correct recovery command.");
        }
        return Answer.json(200, bundle(request.host(), name));
    }

    /** Forbidden, 403, with ForbiddenByRbac inside; documented: azure-docs key-vault/general/rest-error-codes. */
    private static Answer forbidden(Caller caller, String scope) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("code", "Forbidden")
                .put("message", "Caller is not authorized to perform action on resource.\nAction: '" + GET_SECRET
                        + "'\nCaller: oid=" + caller.objectId() + "\nResource: '" + scope + "'")
                .putObject("innererror").put("code", "ForbiddenByRbac");
        return Answer.json(403, body);
    }

    private ObjectNode bundle(String host, String name) {
        CertificateStore.Stored stored = certificates.get(name);
        ObjectNode bundle = JsonNodeFactory.instance.objectNode()
                .put("value", stored.pkcs12())
                .put("contentType", "application/x-pkcs12")
                .put("id", "https://" + host + "/secrets/" + name + "/" + stored.version())
                .put("managed", true)
                .put("kid", "https://" + host + "/keys/" + name + "/" + stored.version());
        bundle.putObject("attributes").put("enabled", true).put("recoveryLevel", "Recoverable+Purgeable");
        return bundle;
    }
}
