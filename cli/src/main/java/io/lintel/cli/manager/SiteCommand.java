package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Mixin;

/** A command about one site. */
public abstract class SiteCommand extends ManagerCommand {
    @Mixin
    private final SiteOption site = new SiteOption();

    /** A command of this shell. */
    protected SiteCommand(Shell shell) {
        super(shell);
    }

    /** What to add to a command that is to be about the same site of the same database. */
    protected final String again() {
        return database().again() + site.again();
    }

    /** Does it. */
    protected abstract Answer run(Manager manager, Site chosen);

    @Override
    protected final Answer run(Manager manager) {
        return run(manager, site.choose(manager));
    }
}
