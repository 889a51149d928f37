package atelier.sandbox.signin;

import atelier.sandbox.http.Answer;
import atelier.sandbox.http.Request;

/** What speaks OpenID Connect behind the sign-in. */
@FunctionalInterface
public interface IdentityProvider {
    /**
     * Hands a request on.
     *
     * @param path with the query, not decoded
     * @param body instead of the request's own
     */
    Answer forward(Request request, String path, byte[] body);
}
