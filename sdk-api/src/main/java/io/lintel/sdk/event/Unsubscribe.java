package io.lintel.sdk.event;

/**
 * Asks that a subscription ends. Nothing is posted for it any more, and its secret is forgotten.
 *
 * @param id the subscription
 */
public record Unsubscribe(SubscriptionId id) {}
