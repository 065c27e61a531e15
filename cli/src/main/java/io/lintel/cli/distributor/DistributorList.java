package io.lintel.cli.distributor;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.Distributor;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists distributors. */
@Command(
        name = "list",
        header = "List the distributors with their credit",
        footer = {"", "Example:", "  lintel distributor list"})
public final class DistributorList extends ManagerCommand {
    /** A command of this shell. */
    public DistributorList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        return new Listing<Distributor>("distributors")
                .column("ID", "distributor", each -> each.id().value())
                .column("NAME", "name", Distributor::name)
                .column("CODE", "code", Distributor::code)
                .shown("CREATED (UTC)", each -> Times.minute(each.created()))
                .fact("created", Distributor::created)
                .column(
                        "AVAILABLE",
                        "available",
                        each -> manager.credits().balance(each.id()).paid())
                .of(all(manager));
    }

    private static List<Distributor> all(Manager manager) {
        List<Distributor> all = new ArrayList<>();
        List<Distributor> next = manager.organisations().distributors(DistributorId.OPERATOR, Manager.MAX_PAGE);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = manager.organisations()
                    .distributors(next.get(next.size() - 1).id(), Manager.MAX_PAGE);
        }
        return all;
    }
}
