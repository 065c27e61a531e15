package io.lintel.cli.notification;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.notification.Notification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists messages. */
@Command(
        name = "list",
        header = "List the messages to a site's people, and what became of them",
        footer = {"", "Example:", "  lintel notification list --failing"})
public final class NotificationList extends SiteCommand {
    private static final Listing<Notification> MESSAGES = new Listing<Notification>("notifications")
            .column("NO", "number", message -> message.id().number())
            .shown("CREATED (UTC)", message -> Times.minute(message.created()))
            .fact("created", Notification::created)
            .column("CHANNEL", "channel", message -> Words.of(message.channel()))
            .column("WHAT", "payload", message -> Words.of(message.payload()))
            .column("ACTIVATION", "activation", Notification::activation)
            .column("STATUS", "status", NotificationList::status);

    @Option(names = "--failing", description = "Only those that failed: given up, or to be tried again.")
    private boolean failing;

    /** A command of this shell. */
    public NotificationList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return MESSAGES.of(Pages.all(
                after -> failing
                        ? manager.notifications().failing(site.customer(), after, Manager.MAX_PAGE)
                        : manager.notifications().list(site.customer(), after, Manager.MAX_PAGE),
                message -> message.id().number()));
    }

    private static String status(Notification message) {
        if (message.status() instanceof Notification.Sent) {
            return "sent";
        }
        if (message.status() instanceof Notification.Failed failed) {
            return "given up: " + Words.of(failed.why());
        }
        if (message.status() instanceof Notification.Waiting waiting) {
            return waiting.lastFailure().map(why -> "failed: " + Words.of(why)).orElse("waiting");
        }
        return "obsolete";
    }
}
