package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.Compromise;
import io.lintel.sdk.reader.CompromiseReader;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives up a reader whose keys somebody else may hold. */
@Command(
        name = "compromised",
        header = "Give up a reader whose keys somebody else may hold, such as a stolen one",
        description = {
            "",
            "The next list names it, so that phones no longer talk to it; it gets no certificate and no configuration any"
                    + " more, and the project key begins to be rotated. There is no way back. Again, it tells what is"
                    + " still open."
        },
        footer = {"", "Example:", "  lintel reader compromised 2"})
public final class ReaderCompromised extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "READER", description = "The reader's number.")
    private int reader;

    /** A command of this shell. */
    public ReaderCompromised(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Compromise compromise =
                manager.readers().reportCompromised(command.id(shell()), new CompromiseReader(site.customer(), reader));
        Answer answer = Answer.saying("Reader " + reader + " is given up: revocation lists name it from epoch "
                        + compromise.reader().listEpoch() + " on.")
                .line("Phones without such a list: " + compromise.unwarned() + " of " + compromise.phones()
                        + "; they would still talk to it, until they check in.")
                .line("Project key: " + keyState(compromise))
                .line("It may have shown " + compromise.exposedCredentials()
                        + " credentials' access numbers and terms; without the phones' keys these open no door.")
                .fact("reader", reader)
                .fact("listEpoch", compromise.reader().listEpoch())
                .fact("keyEpoch", compromise.reader().keyEpoch())
                .fact("keyEnded", compromise.isKeyEnded())
                .fact("phones", compromise.phones())
                .fact("unwarnedPhones", compromise.unwarned())
                .fact("exposedCredentials", compromise.exposedCredentials())
                .fact("closed", compromise.isClosed());
        return compromise.isClosed() ? answer : answer.next("do what is left", left(compromise));
    }

    private static String keyState(Compromise compromise) {
        int held = compromise.reader().keyEpoch();
        return compromise.isKeyEnded()
                ? "epoch " + held + ", which it may hold, is ended."
                : "it may hold epoch " + held + "; the rotation to "
                        + compromise.project().newest() + " is at: "
                        + compromise.project().next().map(Words::of).orElse("begin") + ".";
    }

    private String[] left(Compromise compromise) {
        List<String> commands = new ArrayList<>();
        commands.add("lintel reader remove " + reader + again());
        commands.add("lintel reader publish" + again());
        if (!compromise.isKeyEnded()) {
            RotationStep next = compromise.project().next().orElse(RotationStep.BEGIN);
            commands.add("lintel key rotate project " + Words.of(next) + again());
        }
        commands.add("lintel key status" + again());
        return commands.toArray(String[]::new);
    }
}
