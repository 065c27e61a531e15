package io.lintel.cli.notification;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.SecretFile;
import io.lintel.cli.shell.Shell;
import io.lintel.connectors.AppLinks;
import io.lintel.connectors.SmtpNotifier;
import io.lintel.connectors.SmtpSettings;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Notifier;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how mails leave. Without a mail server they wait. */
public final class MailOptions {
    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "The mail server. Default: none, messages wait.")
    private @Nullable HostAndPort server;

    @Option(
            names = "--smtp-security",
            paramLabel = "HOW",
            description = "${COMPLETION-CANDIDATES}; none is for this machine alone. Default: ${DEFAULT-VALUE}.")
    private SmtpSettings.Security security = SmtpSettings.Security.STARTTLS;

    @Option(names = "--smtp-user", paramLabel = "NAME", description = "Who logs in there. Default: nobody.")
    private @Nullable String user;

    @Option(
            names = "--smtp-password-file",
            paramLabel = "FILE",
            description = "Holds that user's password in its first line.")
    private String passwordFile = SecretFile.STANDARD_INPUT;

    @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "The address that mails come from.")
    private @Nullable String from;

    @Option(
            names = "--mail-name",
            paramLabel = "NAME",
            description = "Whose name they bear. Default: ${DEFAULT-VALUE}.")
    private String name = "Lintel";

    @Option(names = "--app-android", paramLabel = "URL", description = "Where people get the app for Android.")
    private @Nullable URI android;

    @Option(names = "--app-ios", paramLabel = "URL", description = "Where people get the app for iOS.")
    private @Nullable URI ios;

    /** What sends mails, where a mail server is named. */
    public Optional<Notifier> notifier(Shell shell) {
        if (server == null) {
            return Optional.empty();
        }
        if (from == null || android == null || ios == null) {
            throw CommandFailure.usage(
                    "cli.mail-options",
                    "Mails say whom they are from and where the app is. Give --mail-from, --app-android and --app-ios.");
        }
        SmtpSettings settings = new SmtpSettings(
                server.host(),
                server.port(),
                security,
                Optional.ofNullable(user).map(login -> new SmtpSettings.Login(login, password(shell))),
                new EmailAddress(from),
                name,
                SmtpSettings.USUAL_TIMEOUT);
        return Optional.of(SmtpNotifier.of(settings, new AppLinks(android, ios)));
    }

    /** Kept as long as the process sends. */
    private SecretBytes password(Shell shell) {
        try (TypedSecret typed = SecretFile.read(shell, passwordFile)) {
            return SecretBytes.takeOwnership(typed.octets().copy());
        }
    }
}
