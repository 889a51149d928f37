package atelier.agent.authorize;

import java.util.List;

/**
 * Who is signed in, as oauth2-proxy says.
 *
 * @param objectId the person's id in the directory, in lower case
 * @param tenantId the directory that vouched for the person, in lower case
 * @param userName what people call the account; shown and logged, never judged
 * @param setCookies what the browser has to keep, when the session was renewed
 */
record Session(String objectId, String tenantId, String userName, List<String> setCookies) {
    Session {
        setCookies = List.copyOf(setCookies);
    }

    // A cookie opens the door, so it is in no text.
    @Override
    public String toString() {
        return "Session[" + userName + ", " + objectId + ", " + tenantId + "]";
    }
}
