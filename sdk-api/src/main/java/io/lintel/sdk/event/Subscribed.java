package io.lintel.sdk.event;

import io.lintel.crypto.SecretBytes;

/**
 * A subscription that exists now.
 *
 * @param id names it
 * @param secret 32 octets that sign every request of it: hand them to the receiver and destroy this copy
 */
public record Subscribed(SubscriptionId id, SecretBytes secret) {}
