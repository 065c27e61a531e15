package io.lintel.sdk.event;

import io.lintel.sdk.model.CustomerId;
import java.net.URI;

/**
 * Asks that a customer's events are posted to an address, from the next event on. Only the host sets addresses: who could
 * name any would reach whatever the manager's network reaches.
 *
 * @param customer whose events
 * @param url an https address; http only on the manager's own machine
 */
public record Subscribe(CustomerId customer, URI url) {

    /** Refuses addresses that events must not go to. */
    public Subscribe {
        WebhookAddress.require(url);
    }

    @Override
    public String toString() {
        return "Subscribe[" + customer + ", " + url.getHost() + "]";
    }
}
