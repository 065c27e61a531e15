package io.lintel.sdk.notification;

/**
 * Asks for another try of a message that was given up, after its cause was mended.
 *
 * @param id the message
 */
public record RetryNotification(NotificationId id) {}
