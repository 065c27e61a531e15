package io.lintel.sdk.command.outbox;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.credential.CodeDelivery;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.notification.Channel;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.Notification.Waiting;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.Recipient;
import io.lintel.sdk.profile.NotificationRules;
import io.lintel.sdk.profile.NotificationRules.Payload;
import java.util.Optional;

/** Notes, in the transaction of the command that makes a code, which messages are to be sent ({@code ACT-01}). */
public final class Notices {

    private Notices() {}

    /** Queues what the profile wants sent for a new code. Nothing leaves before the commit. */
    public static void queue(
            CommandContext context, NotificationRules rules, Activation activation, CodeDelivery delivery) {
        for (Channel channel : Channel.values()) {
            boolean unwanted = channel == Channel.SMS && delivery.text() == CodeDelivery.TextMessage.NONE;
            if (rules.payload(channel) != Payload.NOTHING && !unwanted) {
                queue(context, channel, rules.payload(channel), activation, recipient(channel, delivery));
            }
        }
    }

    private static Optional<Recipient> recipient(Channel channel, CodeDelivery delivery) {
        return switch (channel) {
            case EMAIL -> delivery.email().map(Recipient.class::cast);
            case SMS -> delivery.telephone().map(Recipient.class::cast);
        };
    }

    private static void queue(
            CommandContext context,
            Channel channel,
            Payload payload,
            Activation activation,
            Optional<Recipient> recipient) {
        context.unit()
                .notifications()
                .add(new Notification(
                        NotificationId.of(activation.customer(), activation.number(), channel),
                        activation.number(),
                        channel,
                        payload,
                        recipient,
                        context.now(),
                        new Waiting(0, context.now(), Optional.empty()),
                        0));
    }
}
