package atelier.agent;

import atelier.agent.authorize.Authorize;
import atelier.agent.machine.Settings;
import atelier.agent.tokens.TokenBroker;
import atelier.agent.watch.WatchUnit;
import java.io.IOException;
import java.time.Clock;

/** Starts one unit of the agent: {@code java -jar agent.jar authorize|tokens|watch}. */
public final class Main {
    private static final int USAGE = 64;
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        try {
            if (args.length != 1 || !start(args[0], Settings.from(System.getenv()), Clock.systemUTC())) {
                end(USAGE, "usage: java -jar agent.jar authorize|tokens|watch");
            }
        } catch (IOException | IllegalArgumentException cannotStart) {
            end(FAILED, args[0] + " cannot start: " + cannotStart.getMessage());
        }
    }

    /** Starts a unit, which then runs on its own threads; false when there is no such unit. */
    private static boolean start(String unit, Settings settings, Clock clock) throws IOException {
        switch (unit) {
            case "authorize" -> Authorize.start(Authorize.PORT, settings, clock, System.out, System.err);
            case "tokens" -> TokenBroker.start(TokenBroker.PORT, settings, clock, System.out, System.err);
            case "watch" -> WatchUnit.start(WatchUnit.PORT, settings, clock, System.out, System.err);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void end(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }
}
