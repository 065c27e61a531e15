package io.lintel.sdk.notification;

import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import java.util.EnumMap;
import java.util.Map;

/**
 * Sends messages to people: the port to mail servers and telephone gateways.
 *
 * <p>Thread-safe. An attempt ends within a bounded time. It never throws for what a server or network does: that is a
 * {@link Delivery}. A message may come twice, with the same id.
 */
@FunctionalInterface
public interface Notifier {

    /** Tries once to send a message. */
    Delivery send(OutgoingMessage message);

    /** Sends each message by its channel's notifier; what has none fails with {@link Failure#NO_CHANNEL}. */
    static Notifier byChannel(Map<Channel, Notifier> notifiers) {
        Map<Channel, Notifier> copy = new EnumMap<>(Channel.class);
        copy.putAll(notifiers);
        return message -> {
            Notifier notifier = copy.get(message.channel());
            return notifier == null ? new Failed(Failure.NO_CHANNEL) : notifier.send(message);
        };
    }
}
