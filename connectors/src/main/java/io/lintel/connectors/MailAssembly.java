package io.lintel.connectors;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.OutgoingMessage.NewCode;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Puts a mail together: text and HTML side by side, the QR code in the HTML and as a file. */
final class MailAssembly {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    /** What the HTML templates call the picture. */
    private static final String PICTURE_ID = "<qr>";

    private final Session session;
    private final SmtpSettings settings;
    private final Wording wording;

    MailAssembly(Session session, SmtpSettings settings, Wording wording) {
        this.session = session;
        this.settings = settings;
        this.wording = wording;
    }

    /** A mail that people read: with a code, it carries the QR code twice, for readers that show no pictures. */
    MimeMessage mail(OutgoingMessage message, EmailAddress to, Instant now) throws MessagingException {
        MimeMessage mail = envelope(message, to, now);
        mail.setSubject(wording.subject(message), CHARSET);
        if (message.content() instanceof NewCode code) {
            Bytes picture = QrImage.png(code.link().text());
            mail.setContent(mixed(message, picture));
        } else {
            mail.setText(wording.text(message), CHARSET);
        }
        mail.saveChanges();
        return mail;
    }

    /** A mail that a carrier turns into a text message: one short plain text, no subject, nothing attached. */
    MimeMessage shortMail(OutgoingMessage message, EmailAddress to, Instant now) throws MessagingException {
        MimeMessage mail = envelope(message, to, now);
        mail.setText(wording.shortText(message), CHARSET);
        mail.saveChanges();
        return mail;
    }

    private MimeMessage envelope(OutgoingMessage message, EmailAddress to, Instant now) throws MessagingException {
        MimeMessage mail =
                new IdentifiedMail(session, message.id(), settings.sender().domain());
        mail.setFrom(sender());
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to.deliverable(), true));
        mail.setSentDate(Date.from(now));
        mail.setHeader("Content-Language", message.language().code());
        // So that no absence note answers (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private InternetAddress sender() {
        try {
            return new InternetAddress(settings.sender().deliverable(), settings.senderName(), CHARSET);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private MimeMultipart mixed(OutgoingMessage message, Bytes picture) throws MessagingException {
        MimeMultipart related =
                new MimeMultipart("related", html(wording.html(message)), picture(picture, Part.INLINE, PICTURE_ID));
        MimeMultipart alternative = new MimeMultipart("alternative", text(wording.text(message)), nested(related));
        return new MimeMultipart("mixed", nested(alternative), picture(picture, Part.ATTACHMENT, null));
    }

    private static MimeBodyPart text(String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET);
        return part;
    }

    private static MimeBodyPart html(String html) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(html, CHARSET, "html");
        return part;
    }

    private static MimeBodyPart nested(MimeMultipart inner) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(inner);
        return part;
    }

    private static MimeBodyPart picture(Bytes png, String disposition, @Nullable String contentId)
            throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png.toByteArray(), "image/png")));
        part.setFileName("mobile-key.png");
        part.setDisposition(disposition);
        if (contentId != null) {
            part.setContentID(contentId);
        }
        return part;
    }

    /** A mail whose id is the message's own, at every attempt: mail programs then show a repetition once. */
    private static final class IdentifiedMail extends MimeMessage {
        private final NotificationId id;
        private final String domain;

        IdentifiedMail(Session session, NotificationId id, String domain) {
            super(session);
            this.id = id;
            this.domain = domain;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<lintel." + id + "@" + domain + ">");
        }
    }
}
