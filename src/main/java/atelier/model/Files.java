package atelier.model;

/**
 * The team's shared user files.
 *
 * @param quotaGiB size of the share, 1 to 102400 GiB
 * @param softDeleteDays how long a deleted share can be restored, 7 to 365 days
 */
public record Files(int quotaGiB, int softDeleteDays) {}
