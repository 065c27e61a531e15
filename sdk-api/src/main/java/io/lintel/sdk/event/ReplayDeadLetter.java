package io.lintel.sdk.event;

/**
 * Asks for one more try of an event that was given up. It arrives out of order: its number tells where it belongs.
 *
 * @param subscription whose
 * @param event the event's number within the customer
 */
public record ReplayDeadLetter(SubscriptionId subscription, long event) {}
