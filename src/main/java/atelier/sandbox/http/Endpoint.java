package atelier.sandbox.http;

/** Something that answers requests. */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Request request);
}
