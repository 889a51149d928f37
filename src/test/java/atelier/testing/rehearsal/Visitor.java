package atelier.testing.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody with the cookies of one workstation, as a browser keeps them, and with full control over what is sent. */
public final class Visitor {
    /** The cookie that is the session. */
    public static final String SESSION = "__Host-atelier";

    private final Https workstation;
    private final SignIn signIn;
    private final Map<String, String> cookies;

    private Visitor(Https workstation, SignIn signIn, Map<String, String> cookies) {
        this.workstation = workstation;
        this.signIn = signIn;
        this.cookies = new LinkedHashMap<>(cookies);
    }

    /** Somebody who has never been there. */
    public static Visitor stranger(Workstation workstation) {
        Https https = Https.of(
                workstation.host(), workstation.port(), workstation.directory().resolve("certificates/workstation.pem"));
        return new Visitor(https, SignIn.of(workstation), Map.of());
    }

    /** Somebody who has signed in, whether or not the workstation lets them in. */
    public static Visitor signedIn(Workstation workstation, String person) {
        Visitor visitor = stranger(workstation);
        visitor.signIn(person);
        return visitor;
    }

    /** The workstation, without any cookie. */
    public Https workstation() {
        return workstation;
    }

    /** The sign-in that the workstation sends people to. */
    public SignIn entra() {
        return signIn;
    }

    /** The same cookies again, in another browser. */
    public Visitor copy() {
        return new Visitor(workstation, signIn, cookies);
    }

    /** The same cookies but for one. */
    public Visitor with(String cookie, String value) {
        Visitor other = copy();
        other.cookies.put(cookie, value);
        return other;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** The Cookie header. */
    public String cookieHeader() {
        return "Cookie: " + cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    /** Opens a page and keeps the cookies that come with it. */
    public Reply get(String path, String... headers) {
        return request("GET", path, "", headers);
    }

    public Reply request(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(cookies.isEmpty() ? List.of() : List.of(cookieHeader()));
        all.addAll(List.of(headers));
        Reply reply = workstation.request(method, path, body, all.toArray(String[]::new));
        reply.headers("Set-Cookie").forEach(this::keep);
        return reply;
    }

    /** Asks for a web socket. */
    public Reply upgrade(String path, String... headers) {
        return get(path, Stream.concat(
                Stream.of("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw=="),
                Stream.of(headers)).toArray(String[]::new));
    }

    /** Signs in, and returns what the workstation says when the browser comes back. */
    public Reply signIn(String person) {
        return get(path(returnAddress("/lab", person)));
    }

    /** Signs in at the tenant and returns the address at which the browser comes back, without opening it. */
    public String returnAddress(String link, String person) {
        return signIn.press(get(link).location(), person);
    }

    /** The path and query of an address at the workstation. */
    public String path(String address) {
        String origin = "https://" + workstation.host();
        if (!address.startsWith(origin + "/")) {
            throw new AssertionError("no address of " + origin + ": " + address);
        }
        return address.substring(origin.length());
    }

    private void keep(String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
