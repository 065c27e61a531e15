package io.lintel.cli;

import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a command does, named by its words. */
@Command(
        name = "help",
        header = "Say what there is, or what one command does",
        footer = {"", "Example:", "  lintel help credential issue"})
final class Help implements Callable<Integer> {
    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..2", paramLabel = "COMMAND [VERB]", description = "The words of the command.")
    private List<String> words = new ArrayList<>();

    Help(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        CommandLine wanted = Lintel.commands(shell);
        for (String word : words) {
            CommandLine next = wanted.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no command \"" + String.join(" ", words) + "\". There is: "
                                + String.join(", ", wanted.getSubcommands().keySet()) + ".");
            }
            wanted = next;
        }
        wanted.usage(shell.out());
        return ExitCode.OK.number();
    }
}
