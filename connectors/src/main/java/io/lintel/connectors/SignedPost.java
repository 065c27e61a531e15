package io.lintel.connectors;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.event.WebhookRequest;
import io.lintel.sdk.event.WebhookSender;
import io.lintel.sdk.event.WebhookSignature;
import io.lintel.sdk.notification.Delivery;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** Posts JSON to one address, signed as events are ({@code spec/events.md}, "Signature"). */
final class SignedPost {

    private final WebhookSender sender;
    private final URI url;
    private final SecretBytes secret;
    private final Clock clock;

    SignedPost(WebhookSender sender, URI url, SecretBytes secret, Clock clock) {
        if (!"https".equalsIgnoreCase(url.getScheme()) && !isOwnMachine(url)) {
            throw new IllegalArgumentException("the address must begin with https://, or with http://localhost");
        }
        this.sender = sender;
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    Delivery post(String json) {
        Bytes body = Bytes.utf8(json);
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "lintel",
                WebhookSignature.HEADER,
                WebhookSignature.of(secret, body, clock.instant()));
        return sender.post(new WebhookRequest(url, headers, body));
    }

    private static boolean isOwnMachine(URI url) {
        return "http".equalsIgnoreCase(url.getScheme())
                && ("localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost()));
    }
}
