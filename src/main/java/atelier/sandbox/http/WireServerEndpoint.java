package atelier.sandbox.http;

/**
 * The host's own service at 168.63.129.16, as far as to see whether somebody can reach it: it answers which protocol versions
 * there are. On Azure whoever reaches it gets certificates and settings of extensions.
 */
public final class WireServerEndpoint implements Endpoint {
    private static final String VERSIONS = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Versions><Preferred>"
            + "<Version>2015-04-05</Version></Preferred><Supported><Version>2015-04-05</Version></Supported></Versions>";

    @Override
    public Answer answer(Request request) {
        boolean versions = request.parameter("comp").filter("versions"::equalsIgnoreCase).isPresent();
        return versions ? Answer.of(200, "text/xml; charset=utf-8", VERSIONS) : Answer.empty(404);
    }
}
