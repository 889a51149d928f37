package atelier.testing.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A web server behind a port of this computer's loopback, spoken to in HTTP/1.1 character by character: clients of a library
 * would tidy an attack away, and would look the name up.
 *
 * @param trust whose certificates are believed
 */
public record Https(String host, int port, SSLContext trust) {
    private static final int MILLISECONDS = 20_000;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\nContent-Length: ([0-9]+)");
    private static final String HEAD_END = "\r\n\r\n";

    /** A server whose certificate, or the one that signed it, is in this file. */
    static Https of(String host, int port, Path certificate) {
        try (InputStream file = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("only", CertificateFactory.getInstance("X.509").generateCertificate(file));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Https(host, port, context);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(certificate + " is not usable", unusable);
        }
    }

    public Reply get(String path, String... headers) {
        return request("GET", path, "", headers);
    }

    /** A request with the usual Host header, its length if it has a body, and these headers, each {@code Name: value}. */
    public Reply request(String method, String path, String body, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
        List.of(headers).forEach(header -> request.append(header).append("\r\n"));
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Connection:"))) {
            request.append("Connection: close\r\n");
        }
        return send(request + "\r\n" + body);
    }

    /** Sends these characters, each as one byte, and reads the answer. */
    public Reply send(String request) {
        try (SSLSocket socket = handshake(host, "HTTPS")) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Reply.of(read(socket.getInputStream()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * What the server says to a client that asks for this name, or for none if it is empty: "accepted", or the alert that ends
     * the handshake.
     */
    public String greeting(String name) {
        // An address is never sent as a name.
        try (SSLSocket socket = handshake(name.isEmpty() ? "127.0.0.1" : name, "")) {
            return socket.getSession().isValid() ? "accepted" : "failed";
        } catch (SSLHandshakeException refused) {
            return refused.getMessage();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private SSLSocket handshake(String name, String identification) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, name, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(identification);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(MILLISECONDS);
        socket.startHandshake();
        return socket;
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        int length = in.read(part);
        while (length > 0) {
            bytes.write(part, 0, length);
            length = isWhole(bytes.toString(StandardCharsets.ISO_8859_1)) ? 0 : in.read(part);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Servers keep a connection open after a change of protocol, and after an answer whose length they have told. */
    private static boolean isWhole(String text) {
        int head = text.indexOf(HEAD_END);
        if (head < 0) {
            return false;
        }
        Matcher told = CONTENT_LENGTH.matcher(text.substring(0, head));
        return text.startsWith("HTTP/1.1 101 ")
                || told.find() && text.length() >= head + HEAD_END.length() + Integer.parseInt(told.group(1))
                || text.contains("Transfer-Encoding: chunked") && text.endsWith("\r\n0\r\n\r\n");
    }
}
