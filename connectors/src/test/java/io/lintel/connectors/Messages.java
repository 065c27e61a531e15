package io.lintel.connectors;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.OutgoingMessage.NewCode;
import io.lintel.sdk.notification.OutgoingMessage.NewCodeNotice;
import io.lintel.sdk.notification.Recipient;
import java.net.URI;
import java.time.Instant;

/** Messages as the manager makes them. */
final class Messages {

    static final String CODE = "9w75cT8lp7PlMpWpdmNn";
    static final String SITE = "Rathaus <\"Žižkov\" & Co>";
    static final ActivationLink LINK = new ActivationLink(
            Suite.X25519, Bytes.copyOf(new byte[32]), ActivationCode.parse(CODE), "manager.example.org", 7400);
    static final AppLinks APPS =
            new AppLinks(URI.create("https://example.org/android?a=1&b=2"), URI.create("https://example.org/ios"));
    static final NotificationId ID = new NotificationId(new CustomerId("00000000000000aa"), 7);

    /** A quarter of an hour before midnight, so that a wrong zone shows as a wrong day. */
    static final Instant EXPIRES = Instant.parse("2021-04-07T23:45:00Z");

    private Messages() {}

    static OutgoingMessage code(Recipient recipient, Language language) {
        return new OutgoingMessage(ID, recipient, language, new NewCode(SITE, LINK, EXPIRES));
    }

    static OutgoingMessage notice(Recipient recipient, Language language) {
        return new OutgoingMessage(ID, recipient, language, new NewCodeNotice(SITE));
    }
}
