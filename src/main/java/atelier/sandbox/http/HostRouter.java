package atelier.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Several endpoints at one address, told apart by the name that a request was sent to. */
public final class HostRouter implements Endpoint {
    private final Map<String, Endpoint> hosts = new LinkedHashMap<>();
    private final Map<String, Endpoint> domains = new LinkedHashMap<>();

    public HostRouter host(String name, Endpoint endpoint) {
        hosts.put(name, endpoint);
        return this;
    }

    /** All hosts whose names end so. */
    public HostRouter domain(String end, Endpoint endpoint) {
        domains.put(end, endpoint);
        return this;
    }

    @Override
    public Answer answer(Request request) {
        String host = request.host().toLowerCase(Locale.ROOT);
        return domains.entrySet().stream()
                .filter(domain -> host.endsWith(domain.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(hosts.getOrDefault(host, HostRouter::nobody))
                .answer(request);
    }

    private static Answer nobody(Request request) {
        return Answer.error(421, "MisdirectedRequest", "The simulated Azure has no service at '" + request.host() + "'.");
    }
}
