package atelier.agent;

/** Starts one unit of the agent: {@code java -jar agent.jar authorize|tokens|watch}. */
public final class Main {
    private static final int USAGE = 64;

    private Main() {}

    public static void main(String[] args) {
        System.err.println("usage: java -jar agent.jar authorize|tokens|watch");
        System.exit(USAGE);
    }
}
