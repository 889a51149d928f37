package atelier.agent.watch.signal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A server on a unix socket that answers known paths with their JSON, and all others with 404. */
public final class UnixHttp implements AutoCloseable {
    private final ServerSocketChannel channel;
    private final Map<String, String> answers;

    public UnixHttp(Path socket, Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        Thread thread = new Thread(this::serve, "unix-http");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void serve() {
        try {
            while (true) {
                try (SocketChannel client = channel.accept()) {
                    client.write(ByteBuffer.wrap(answer(path(client)).getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (ClosedChannelException closed) {
            // The test is over.
            return;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String path(SocketChannel client) throws IOException {
        InputStream in = Channels.newInputStream(client);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        return head.toString(StandardCharsets.UTF_8).split(" ")[1];
    }

    private String answer(String path) {
        String body = answers.getOrDefault(path, "{}");
        return "HTTP/1.1 " + (answers.containsKey(path) ? "200 OK" : "404 Not Found") + "\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }
}
