package io.lintel.cli.shell;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Makes every failure of a command one line for people and an exit status for programs. */
public final class Failures {
    private Failures() {}

    /** Returns the commands, which from now on report to the shell. */
    public static CommandLine handledBy(Shell shell, CommandLine commands) {
        return commands.setOut(shell.out())
                .setErr(shell.err())
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        failure instanceof ParameterException wrong ? report(shell, wrong) : exit(shell, failure))
                .setParameterExceptionHandler((wrong, arguments) -> {
                    // What stands behind the mistake has not been looked at.
                    if (List.of(arguments).contains("--json")) {
                        shell.useJson();
                    }
                    return report(shell, wrong);
                })
                .setUsageHelpAutoWidth(true);
    }

    private static int exit(Shell shell, Exception failure) {
        return shell.print(failure).number();
    }

    private static int report(Shell shell, ParameterException wrong) {
        // A value that a converter of ours refused has said all there is to say.
        Throwable said = wrong.getCause() instanceof CommandFailure refused ? refused : wrong;
        String what = String.valueOf(said.getMessage());
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String ended = what.endsWith(".") ? what : what + ".";
        return exit(shell, CommandFailure.usage("cli.usage", ended + " See: " + command + " --help"));
    }
}
