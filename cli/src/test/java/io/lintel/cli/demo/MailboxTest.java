package io.lintel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.cli.shell.HostAndPort;
import io.lintel.connectors.AppLinks;
import io.lintel.connectors.SmtpNotifier;
import io.lintel.connectors.SmtpSettings;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.OutgoingMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxTest {
    @Test
    void aMailSentThroughASocketArrivesWithAQrCodeThatACameraReads() {
        ActivationLink link = new ActivationLink(
                Suite.X25519,
                Bytes.copyOf(new byte[32]),
                ActivationCode.parse("0123456789abcdefABCD"),
                "127.0.0.1",
                7400);
        try (Mailbox mailbox = new Mailbox()) {
            HostAndPort address = HostAndPort.parse(mailbox.address());
            SmtpNotifier notifier = SmtpNotifier.of(
                    new SmtpSettings(
                            address.host(),
                            address.port(),
                            SmtpSettings.Security.NONE,
                            Optional.empty(),
                            new EmailAddress("keys@example.org"),
                            "Town hall",
                            SmtpSettings.USUAL_TIMEOUT),
                    new AppLinks(URI.create("https://example.org/a"), URI.create("https://example.org/i")));

            Delivery delivery = notifier.send(new OutgoingMessage(
                    new NotificationId(CustomerId.OPERATOR, 1),
                    new EmailAddress("ada@example.org"),
                    Language.EN,
                    new OutgoingMessage.NewCode("Town hall", link, Instant.EPOCH)));

            assertInstanceOf(Delivery.Accepted.class, delivery);
            assertEquals(
                    link.text(),
                    PngQrCode.mailed(mailbox.await("ada@example.org").text()));
        }
    }

    @Test
    void aMailWithoutAPictureIsSaidToHaveNone() {
        assertThrows(StoryException.class, () -> PngQrCode.mailed("Subject: nothing\r\n\r\nno picture\r\n"));
        assertThrows(StoryException.class, () -> PngQrCode.text("no picture".getBytes(StandardCharsets.UTF_8)));
    }
}
