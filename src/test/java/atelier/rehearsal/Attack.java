package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.rehearsal.Reply;
import atelier.testing.rehearsal.SignIn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One attempt to get past a workstation's defences.
 *
 * @param name what is tried; no two attacks have the same
 * @param attempt makes it and asserts how it is refused
 * @param <T> what is attacked
 */
record Attack<T>(String name, Attempt<T> attempt) {
    /** What a page answers to somebody who has to sign in first. */
    static final String SIGN_IN_FIRST = "302 to the sign-in";

    private static final String SIGN_IN_PAGE = SignIn.ORIGIN + "/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613/v2.0/authorize?";

    /** The attempt itself. */
    @FunctionalInterface
    interface Attempt<T> {
        void isRefusedBy(T target) throws Exception;
    }

    /** A test for each. */
    static <T> Stream<DynamicTest> tests(List<Attack<T>> attacks, T target) {
        return attacks.stream().map(attack -> DynamicTest.dynamicTest(attack.name, () -> attack.attempt.isRefusedBy(target)));
    }

    /** Asserts an answer: a status, and where to if it is a redirect. */
    static void assertAnswer(String expected, Reply reply) {
        assertEquals(expected, answer(reply), reply::head);
    }

    private static String answer(Reply reply) {
        if (reply.location().isEmpty()) {
            return Integer.toString(reply.status());
        }
        return reply.status() + " to " + (reply.location().startsWith(SIGN_IN_PAGE) ? "the sign-in" : reply.location());
    }
}
