package io.lintel.cli.reader;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.Site;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;

/** Lists readers. */
@Command(
        name = "list",
        header = "List the enrolled readers of a site",
        footer = {"", "Example:", "  lintel reader list"})
public final class ReaderList extends SiteCommand {
    private static final Listing<EnrolledReader> READERS = new Listing<EnrolledReader>("readers")
            .column("READER", "reader", EnrolledReader::number)
            .column("NAME", "name", EnrolledReader::name)
            .column("GROUPS", "groups", reader -> List.copyOf(new TreeSet<>(reader.groups())))
            .column("TECHNOLOGY", "technology", reader -> Words.of(reader.technology()))
            .column("ENROLLED", "enrolled", EnrolledReader::enrolled);

    /** A command of this shell. */
    public ReaderList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return READERS.of(Pages.all(
                after -> manager.readers().enrolled(site.customer(), Math.toIntExact(after), Manager.MAX_PAGE),
                EnrolledReader::number));
    }
}
