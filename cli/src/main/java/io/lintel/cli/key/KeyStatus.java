package io.lintel.cli.key;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.key.KeyProgress;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.Compromise;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Shows where a site's keys stand. */
@Command(
        name = "status",
        header = "Show where a site's keys stand, and who would stop by the next step of a rotation",
        footer = {"", "Example:", "  lintel key status"})
public final class KeyStatus extends SiteCommand {
    private static final Listing<KeyProgress> KEYS = new Listing<KeyProgress>("keys")
            .column("KEYS", "keys", progress -> Words.of(progress.keys()))
            .column("PHONES GET", "newest", progress -> progress.epochs().newest())
            .column("READERS ARE TOLD", "readers", progress -> progress.epochs().readers())
            .column("SIGNING", "signing", progress -> progress.epochs().signing())
            .column("MINIMUM", "minimum", progress -> progress.epochs().minimum())
            .column("NEXT STEP", "next", progress -> progress.next().map(Words::of))
            .shown(
                    "READERS THAT WOULD STOP",
                    progress -> progress.stopping().readers().size() + " of " + progress.readers())
            .shown(
                    "PHONES THAT WOULD STOP",
                    progress -> progress.stopping().phones().size() + " of " + progress.phones())
            .fact("readerCount", KeyProgress::readers)
            .fact("phoneCount", KeyProgress::phones)
            .fact("stoppingReaders", progress -> List.copyOf(progress.stopping().readers()))
            .fact(
                    "stoppingCredentials",
                    progress -> List.copyOf(progress.stopping().phones()));

    private static final Listing<Compromise> COMPROMISED = new Listing<Compromise>("compromisedReaders")
            .column("COMPROMISED", "reader", compromise -> compromise.reader().reader())
            .column("REPORTED", "reported", compromise -> compromise.reader().reported())
            .column(
                    "ON LISTS FROM",
                    "listEpoch",
                    compromise -> compromise.reader().listEpoch())
            .column("KEY EPOCH", "keyEpoch", compromise -> compromise.reader().keyEpoch())
            .column("KEY ENDED", "keyEnded", Compromise::isKeyEnded)
            .shown("PHONES NOT WARNED", compromise -> compromise.unwarned() + " of " + compromise.phones())
            .fact("unwarnedPhones", Compromise::unwarned)
            .column("CLOSED", "closed", Compromise::isClosed);

    /** A command of this shell. */
    public KeyStatus(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Answer answer = KEYS.of(Stream.of(KeySet.values())
                .map(keys -> manager.keys().progress(site.customer(), keys))
                .toList());
        List<Compromise> compromised = manager.readers().compromises(site.customer());
        if (!compromised.isEmpty()) {
            COMPROMISED.into(answer.line(""), compromised);
        }
        return answer;
    }
}
