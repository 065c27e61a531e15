package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks the manager something, or has it do something, and tells the answer. */
public abstract class ManagerCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    /** A command of this shell. */
    protected ManagerCommand(Shell shell) {
        this.shell = shell;
    }

    /** What it runs in. */
    protected final Shell shell() {
        return shell;
    }

    /** Which database it works on. */
    protected final DatabaseOption database() {
        return database;
    }

    /** Does it. */
    protected abstract Answer run(Manager manager);

    @Override
    public final Integer call() {
        Answer answer = database.with(shell, this::run);
        shell.print(answer);
        return answer.exitCode().number();
    }
}
