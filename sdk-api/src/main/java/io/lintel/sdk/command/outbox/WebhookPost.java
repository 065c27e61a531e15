package io.lintel.sdk.command.outbox;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.event.Event;
import io.lintel.sdk.event.WebhookRequest;
import io.lintel.sdk.event.WebhookSignature;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Words the request that carries one event ({@code spec/events.md}, "Webhooks"). Pure. */
final class WebhookPost {

    private WebhookPost() {}

    static WebhookRequest of(URI url, SecretBytes secret, Event event, Instant now) {
        Bytes body = Bytes.utf8(event.json());
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "lintel",
                "Lintel-Event",
                event.id(),
                WebhookSignature.HEADER,
                WebhookSignature.of(secret, body, now));
        return new WebhookRequest(url, headers, body);
    }
}
