package io.lintel.sdk.notification;

/** How a message travels. The names are stored; they never change. */
public enum Channel {
    /** To an e-mail address. */
    EMAIL,
    /** To a telephone, as a short text. */
    SMS
}
