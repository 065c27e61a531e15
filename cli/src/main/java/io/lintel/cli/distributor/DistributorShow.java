package io.lintel.cli.distributor;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.DistributorOverview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a distributor. */
@Command(
        name = "show",
        header = "Show a distributor: its available credit and how many sites it serves",
        footer = {"", "Example:", "  lintel distributor show 0123456789abcdef"})
public final class DistributorShow extends ManagerCommand {
    @Parameters(paramLabel = "ID", description = "The distributor's id.")
    private String id = "";

    /** A command of this shell. */
    public DistributorShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        DistributorOverview shown = manager.organisations().distributor(new DistributorId(id));
        return Answer.saying(shown.distributor().name() + ": available credit " + shown.availableCredits()
                        + ", customers " + shown.customers() + ".")
                .fact("distributor", id)
                .fact("name", shown.distributor().name())
                .fact("code", shown.distributor().code())
                .fact("available", shown.availableCredits())
                .fact("customers", shown.customers());
    }
}
