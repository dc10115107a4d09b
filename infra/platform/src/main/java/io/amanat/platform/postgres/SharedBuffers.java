package io.amanat.platform.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory the server keeps pages in: a quarter of the machine's, as PostgreSQL's documentation advises, and no more than four
 * gigabytes, because the application lives beside it. An append touches random pages of its indexes; with the server's own default of
 * 128 MiB it soon had to write one page out to get another one in, which cost it half of its time, and with 1 GiB a fifth at five
 * million events.
 */
final class SharedBuffers {

    private static final long MIN_MEBIBYTES = 64;
    private static final long MAX_MEBIBYTES = 4096;

    private SharedBuffers() {}

    /** In MiB. The server takes it from the machine as it fills it, not at the start. */
    static long ofThisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? of(machine.getTotalMemorySize())
                : MIN_MEBIBYTES;
    }

    static long of(long memoryBytes) {
        return Math.clamp(memoryBytes / 4 / 1024 / 1024, MIN_MEBIBYTES, MAX_MEBIBYTES);
    }
}
