package io.amanat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./amanat}: exits with 0 when all is well, with 1 when a job failed, a replay found differences, a proof does not hold or the platform refused, and with
 * 2 when the arguments make no sense.
 */
@Command(
        name = "amanat",
        description = "Operates a running Amanat through its API, and verifies what it gave out.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            JobCommands.Rebuild.class,
            JobCommands.Replay.class,
            JobCommands.AsOf.class,
            JobCommands.Jobs.class,
            JobCommands.Show.class,
            JobCommands.Table.class,
            JobCommands.Cancel.class,
            JobCommands.Discard.class,
            VerifyInclusion.class
        })
public final class Amanat {
    private Amanat() {}

    /** The command line's end is the process's. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** The exit code. */
    static int run(String... arguments) {
        return new CommandLine(new Amanat())
                .setExecutionExceptionHandler((problem, line, _) -> {
                    line.getErr().println(problem.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }
}
