package io.amanat.benchmark.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the figures were measured on; they mean nothing elsewhere.
 *
 * @param memoryMebibytes of the whole machine
 */
public record Machine(String processor, int cores, long memoryMebibytes, String system, String java) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    public static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processorName(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / (1024 * 1024),
                system.getName() + " " + system.getVersion(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    public String words() {
        return "%s, %d cores, %d MiB memory, %s, %s".formatted(processor, cores, memoryMebibytes, system, java);
    }

    private static String processorName() {
        try {
            return Files.exists(PROCESSORS)
                    ? Files.readAllLines(PROCESSORS).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse("unknown processor")
                    : System.getProperty("os.arch");
        } catch (IOException unreadable) {
            return "unknown processor";
        }
    }
}
