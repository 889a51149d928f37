package atelier.agent.watch.signal;

import java.io.IOException;
import java.util.List;

/** Runs a program to its end. */
@FunctionalInterface
public interface Program {
    /**
     * Its standard output.
     *
     * @param arguments appended to the program's name
     * @throws IOException if it cannot be started, takes too long or ends with another code than 0
     */
    String run(List<String> arguments) throws IOException;
}
