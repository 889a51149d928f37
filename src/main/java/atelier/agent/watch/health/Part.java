package atelier.agent.watch.health;

/**
 * How one part of a workstation is.
 *
 * @param message a sentence for people, without a full stop
 */
public record Part(String name, Status status, String message) {

    /** From good to bad; a warning leaves a workstation healthy. */
    public enum Status { HEALTHY, WARNING, STARTING, UNHEALTHY }

    public static Part healthy(String name, String message) {
        return new Part(name, Status.HEALTHY, message);
    }

    public static Part warning(String name, String message) {
        return new Part(name, Status.WARNING, message);
    }

    public static Part unhealthy(String name, String message) {
        return new Part(name, Status.UNHEALTHY, message);
    }
}
