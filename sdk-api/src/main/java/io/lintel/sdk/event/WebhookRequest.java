package io.lintel.sdk.event;

import io.lintel.crypto.Bytes;
import java.net.URI;
import java.util.Map;

/**
 * What is posted for one event.
 *
 * @param url where to
 * @param headers all headers but those that the transport makes itself
 * @param body JSON, UTF-8
 */
public record WebhookRequest(URI url, Map<String, String> headers, Bytes body) {

    /** Copies the headers. */
    public WebhookRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "WebhookRequest[" + url.getHost() + ", " + body.size() + " octets]";
    }
}
