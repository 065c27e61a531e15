package io.lintel.cli.reader;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ReaderSet;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists readers. */
@Command(
        name = "list",
        header = "List the readers of a site, and whether phones know them",
        footer = {"", "Example:", "  lintel reader list"})
public final class ReaderList extends SiteCommand {
    /** A command of this shell. */
    public ReaderList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        List<RegisteredReader> readers = Pages.all(
                after -> manager.readers().list(site.customer(), Math.toIntExact(after), Manager.MAX_PAGE),
                RegisteredReader::number);
        Map<Integer, EnrolledReader> enrolled = Pages.all(
                        after -> manager.readers().enrolled(site.customer(), Math.toIntExact(after), Manager.MAX_PAGE),
                        EnrolledReader::number)
                .stream()
                .collect(Collectors.toMap(EnrolledReader::number, reader -> reader));
        ReaderSet set = manager.readers().publication(site.customer());
        Answer answer =
                listing(enrolled).of(readers).fact("revision", set.revision()).fact("pending", set.pending());
        return set.pending() == 0
                ? answer
                : answer.next("let phones know, " + set.pending() + " pending", "lintel reader publish" + again());
    }

    private static Listing<RegisteredReader> listing(Map<Integer, EnrolledReader> enrolled) {
        return new Listing<RegisteredReader>("readers")
                .column("READER", "reader", RegisteredReader::number)
                .column("NAME", "name", reader -> reader.details().name())
                .column("ID", "id", reader -> reader.details().readerId())
                .column("MAC", "mac", reader -> reader.details().mac())
                .column(
                        "GROUPS",
                        "groups",
                        reader -> List.copyOf(new TreeSet<>(reader.details().groups())))
                .column(
                        "TECHNOLOGY",
                        "technology",
                        reader -> Words.of(reader.details().technology()))
                .column("PHONES", "publication", reader -> Words.of(reader.publication()))
                .fact("signalPercent", reader -> reader.details().signalPercent())
                .fact("oneTapPercent", reader -> reader.details().oneTapPercent())
                .fact(
                        "identificationFromApp",
                        reader -> Words.of(reader.details().identificationFromApp()))
                .fact("oneTap", reader -> Words.of(reader.details().oneTap()))
                .column(
                        "ENROLLED",
                        "enrolled",
                        reader -> Optional.ofNullable(enrolled.get(reader.number()))
                                .map(EnrolledReader::enrolled));
    }
}
