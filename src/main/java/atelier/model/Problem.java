package atelier.model;

/**
 * One mistake in the configuration, told so that it can be mended without looking anything up.
 *
 * @param path where it is, such as {@code atelier:workstations[0].size}
 * @param value what is there, as the CLI hands it over; never a secret
 * @param allowed what may be there instead
 * @param command the command that mends it, ready to paste
 */
public record Problem(String path, String value, String allowed, String command) {}
