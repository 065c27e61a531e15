package io.lintel.sdk.command.outbox;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.Notification.Failed;
import io.lintel.sdk.notification.Notification.Waiting;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.RetryNotification;
import java.util.Optional;

/** Makes a message that was given up due again. */
public final class NotificationRetry implements Command<NotificationId> {

    private final RetryNotification request;

    public NotificationRetry(RetryNotification request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_EVENTS;
    }

    @Override
    public CustomerId partition() {
        return request.id().customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("notification retry").with(request.id());
    }

    @Override
    public Facts perform(CommandContext context) {
        Notification found = context.unit()
                .notifications()
                .find(request.id())
                .orElseThrow(() -> new ManagerException.NotFound("notification " + request.id()));
        if (!(found.status() instanceof Failed failed)) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "this notification was not given up, so there is nothing to try again; to send a new code, resend the"
                            + " activation");
        }
        context.unit().notifications().update(found.with(new Waiting(0, context.now(), Optional.of(failed.why()))));
        context.record(
                partition(), Change.Kind.NOTIFICATION_RETRIED, request.id().number());
        return Facts.none();
    }

    @Override
    public NotificationId result(CommandContext context, Facts facts) {
        return request.id();
    }
}
