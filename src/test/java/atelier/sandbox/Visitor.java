package atelier.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Reaches a name at a port of loopback, and checks that the certificate is for the name: the JDK's clients would resolve it. */
record Visitor(SSLContext tls, int port) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    record Reply(int status, String head, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException noJson) {
                throw new AssertionError(head + "\n" + body, noJson);
            }
        }

        String code() {
            return status + " " + json().at("/error/code").asText();
        }

        Optional<String> header(String name) {
            Matcher header = Pattern.compile("^" + name + ": *(.*?)\\r?$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE).matcher(head);
            return header.find() ? Optional.of(header.group(1)) : Optional.empty();
        }
    }

    Reply get(String host, String path, String... headers) throws IOException {
        return send("GET", host, path, "", headers);
    }

    Reply post(String host, String path, Map<String, String> form, String... headers) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", host, path, body, headers);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply send(String method, String host, String path, String body, String... headers) throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            if (method.equals("POST")) {
                request.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n");
            }
            socket.getOutputStream().write((request + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
            return reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Reply reply(String text) {
        Matcher status = STATUS.matcher(text);
        int end = text.indexOf("\r\n\r\n");
        if (!status.lookingAt() || end < 0) {
            throw new AssertionError("no HTTP: " + text);
        }
        return new Reply(Integer.parseInt(status.group(1)), text.substring(0, end), text.substring(end + 4));
    }
}
