package atelier.catalog;

import java.util.Optional;

/**
 * A performance and price step of Premium SSD disks; a disk is billed as the smallest tier that holds it.
 *
 * <p>Tiers: https://learn.microsoft.com/azure/virtual-machines/disks-types
 *
 * @param name as Azure calls it, such as {@code P15}
 * @param sizeGiB largest disk of the tier
 * @param monthlyPrice dated list price; absent when unknown
 */
public record DiskTier(String name, int sizeGiB, Optional<Price> monthlyPrice) {}
