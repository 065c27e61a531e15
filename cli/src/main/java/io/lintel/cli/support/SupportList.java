package io.lintel.cli.support;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.support.SupportRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists a site's questions. */
@Command(
        name = "list",
        header = "List the questions of a site, and who answers them",
        footer = {"", "Example:", "  lintel support list --operator"})
public final class SupportList extends SiteCommand {
    private static final Listing<SupportRequest> REQUESTS = new Listing<SupportRequest>("requests")
            .column("NO", "number", SupportRequest::number)
            .shown("TIME (UTC)", request -> Times.minute(request.at()))
            .fact("at", SupportRequest::at)
            .column(
                    "FROM",
                    "from",
                    request -> request.serial().isPresent()
                            ? "credential " + request.serial().getAsLong()
                            : "admin")
            .column("ANSWERS", "answerer", request -> Words.of(request.routing().answerer()))
            .column("QUESTION", "text", SupportRequest::text);

    @Option(names = "--after", paramLabel = "NUMBER", description = "Only later ones. Default: ${DEFAULT-VALUE}.")
    private long after;

    @Option(names = "--operator", description = "Those that the operator got, instead of those that the site has.")
    private boolean operators;

    /** A command of this shell. */
    public SupportList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        List<SupportRequest> requests = operators
                ? manager.support().operatorsRequests(site.customer(), after, Manager.MAX_PAGE)
                : manager.support().requests(site.customer(), after, Manager.MAX_PAGE);
        return REQUESTS.of(requests);
    }
}
