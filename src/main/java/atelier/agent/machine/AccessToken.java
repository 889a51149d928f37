package atelier.agent.machine;

import java.time.Instant;

/**
 * A token of one of the machine's identities for one audience; it never shows its value in a text.
 *
 * @param clientId the identity that it speaks for
 * @param audience as the metadata service names it
 */
public record AccessToken(String value, Instant expiresOn, String audience, String clientId) {
    @Override
    public String toString() {
        return "AccessToken[for " + audience + " as " + clientId + " until " + expiresOn + "]";
    }
}
