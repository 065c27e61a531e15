package io.lintel.sdk.notification;

/** Whom a message goes to: {@link EmailAddress} or {@link PhoneNumber}. Its {@code toString} never shows it. */
public sealed interface Recipient permits EmailAddress, PhoneNumber {

    /** The address itself: personal data, not for logs. */
    String value();
}
