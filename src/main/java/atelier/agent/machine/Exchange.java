package atelier.agent.machine;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Sends one request, again when the answer is of a passing kind, and returns the last answer. */
final class Exchange {
    private final HttpClient http;
    private final Patience patience;
    private final Pause pause;
    private final IntPredicate passing;

    /** @param passing which statuses are worth another attempt */
    Exchange(HttpClient http, Patience patience, Pause pause, IntPredicate passing) {
        this.http = http;
        this.patience = patience;
        this.pause = pause;
        this.passing = passing;
    }

    HttpResponse<String> send(HttpRequest.Builder prepared) throws IOException {
        HttpRequest request = prepared.timeout(patience.attempt()).build();
        Iterator<Duration> delays = patience.delays().iterator();
        while (true) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (!passing.test(answer.statusCode()) || !delays.hasNext()) {
                    return answer;
                }
                pause(retryAfter(answer).orElse(delays.next()));
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            } catch (IOException unreachable) {
                if (!delays.hasNext()) {
                    throw new IOException(request.uri().getAuthority() + " cannot be reached: " + unreachable, unreachable);
                }
                pause(delays.next());
            }
        }
    }

    private void pause(Duration asked) throws IOException {
        try {
            pause.of(asked.compareTo(patience.longest()) > 0 ? patience.longest() : asked);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static IOException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IOException("stopped while waiting for an answer", stopped);
    }

    /** Seconds; Azure's services do not use the header's other form, a date. */
    static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
