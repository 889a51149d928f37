package atelier.agent.watch.signal;

import java.time.Duration;

/**
 * One process as the kernel describes it.
 *
 * @param command its name, cut by the kernel to 15 characters
 * @param cpu what it has used since it began, all its threads
 * @param begun in clock ticks since boot; with the pid it names a process for good
 */
record ProcessInfo(long pid, long uid, String command, Duration cpu, long begun) {}
