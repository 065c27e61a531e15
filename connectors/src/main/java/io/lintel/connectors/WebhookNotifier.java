package io.lintel.connectors;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.event.WebhookSender;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Notifier;
import io.lintel.sdk.notification.OutgoingMessage;
import java.net.URI;
import java.time.Clock;

/**
 * Hands messages to a vendor's own server, which sends them its own way, to a telephone gateway for example. What it posts
 * holds the code and the address ({@link OutgoingMessage#json}): TLS only. Thread-safe.
 */
public final class WebhookNotifier implements Notifier {

    private final SignedPost post;

    private WebhookNotifier(SignedPost post) {
        this.post = post;
    }

    /**
     * A notifier that posts to one address.
     *
     * @param secret signs each request; stays the caller's to destroy, after the last message
     */
    public static WebhookNotifier of(WebhookSender sender, URI url, SecretBytes secret, Clock clock) {
        return new WebhookNotifier(new SignedPost(sender, url, secret, clock));
    }

    @Override
    public Delivery send(OutgoingMessage message) {
        return post.post(message.json());
    }
}
