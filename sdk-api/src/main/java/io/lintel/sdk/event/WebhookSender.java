package io.lintel.sdk.event;

import io.lintel.sdk.notification.Delivery;

/**
 * Posts one event: the port to the receivers of events.
 *
 * <p>Thread-safe. An attempt ends within a bounded time. It never throws for what a server or network does. A response of
 * 200 to 299 accepts the event; anything else, redirects included, does not.
 */
@FunctionalInterface
public interface WebhookSender {

    /** Tries once to post a request. */
    Delivery post(WebhookRequest request);
}
