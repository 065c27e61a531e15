package io.lintel.cli.event;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.Manager;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.event.Subscribed;
import io.lintel.sdk.model.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a site's events posted to an address. */
@Command(
        name = "subscribe",
        header = "Have a site's events posted to an address, signed, while a manager runs",
        footer = {"", "Example:", "  lintel event subscribe https://host.example.org/lintel --secret-file secret.hex"})
public final class EventSubscribe extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "URL", description = "An https address; http on this machine alone.")
    private URI url = URI.create("");

    @Option(
            names = "--secret-file",
            required = true,
            paramLabel = "FILE",
            description = "Gets the key that signs every request, 64 hex digits: hand it to the receiver.")
    private Path secretFile = Path.of("");

    /** A command of this shell. */
    public EventSubscribe(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Subscribed subscribed = manager.events().subscribe(command.id(shell()), new Subscribe(site.customer(), url));
        try (SecretBytes secret = subscribed.secret()) {
            byte[] octets = secret.copy();
            TextFile.writeSecret(
                    shell().resolve(secretFile), Bytes.copyOf(octets).toHex() + "\n");
            Arrays.fill(octets, (byte) 0);
        }
        return Answer.saying("Subscription " + subscribed.id().number() + " is made; its key is in " + secretFile + ".")
                .fact("subscription", subscribed.id().number())
                .fact("secretFile", secretFile.toString());
    }
}
