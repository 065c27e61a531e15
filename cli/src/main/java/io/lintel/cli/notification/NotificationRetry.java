package io.lintel.cli.notification;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.RetryNotification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries a message again. */
@Command(
        name = "retry",
        header = "Try a message again that was given up, after its cause was mended",
        footer = {"", "Example:", "  lintel notification retry 3"})
public final class NotificationRetry extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "NUMBER", description = "The message's number.")
    private long number;

    /** A command of this shell. */
    public NotificationRetry(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        NotificationId id = new NotificationId(site.customer(), number);
        manager.notifications().retry(command.id(shell()), new RetryNotification(id));
        return Answer.saying("Message " + number + " is tried again when a manager runs with a mail server.")
                .fact("number", number);
    }
}
