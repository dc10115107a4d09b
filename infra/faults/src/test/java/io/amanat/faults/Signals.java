package io.amanat.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a careless operator sends to processes. */
final class Signals {
    private Signals() {}

    /** Returns when it is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    static void freeze(Stream<ProcessHandle> processes) {
        send("STOP", processes);
    }

    static void thaw(Stream<ProcessHandle> processes) {
        send("CONT", processes);
    }

    private static void send(String signal, Stream<ProcessHandle> processes) {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + signal), processes.map(process -> Long.toString(process.pid())))
                .toList();
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no signal could be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
