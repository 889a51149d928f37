package atelier.catalog;

import atelier.model.VmSize;

/**
 * The machine that something is built on.
 *
 * @param reason why this size
 */
public record BuildMachine(VmSize size, String reason) {}
