package io.lintel.connectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.lintel.connectors.SmsRoute.NumberForm;
import io.lintel.connectors.SmtpSettings.Security;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.testing.Requirement;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpNotifierTest {

    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final List<SmsRoute> ROUTES = List.of(
            new SmsRoute("Carrier One", "+1", "text.carrier.example", NumberForm.NATIONAL),
            new SmsRoute("Carrier Two", "+420", "sms.operator.example", NumberForm.INTERNATIONAL));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    @Requirement({"ACT-01", "ACT-02", "NTF-01"})
    void codeArrivesAsTextAsHtmlAndAsPictureInlineAndAttached() throws Exception {
        assertAccepted(notifier().send(Messages.code(ADA, Language.EN)));

        MimeMessage mail = onlyMail();
        assertEquals("Your mobile key for " + Messages.SITE, mail.getSubject());
        assertEquals("Door Service <keys@service.example>", mail.getFrom()[0].toString());
        assertEquals("<lintel.00000000000000aa.7@service.example>", mail.getMessageID());
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        assertTrue(mixed.getContentType().startsWith("multipart/mixed"), mixed.getContentType());
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertTrue(alternative.getBodyPart(0).isMimeType("text/plain"));
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        String html = (String) related.getBodyPart(0).getContent();
        assertTrue(html.contains("<img src=\"cid:qr\""), html);
        assertEquals("<qr>", related.getBodyPart(1).getHeader("Content-ID")[0]);
        assertEquals("inline", related.getBodyPart(1).getDisposition());
        assertEquals("attachment", mixed.getBodyPart(1).getDisposition());
        assertEquals(Messages.LINK.text(), QrReading.text(octets(mixed.getBodyPart(1))));
        assertArrayEquals(octets(mixed.getBodyPart(1)), octets(related.getBodyPart(1)));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"ACT-02", "ACT-03", "NTF-01", "NTF-03", "NTF-04", "LNG-01"})
    void bothFormsTellTheWayFromTheAppToTheDoor(Language language) throws Exception {
        assertAccepted(notifier().send(Messages.code(ADA, language)));

        MimeMultipart mixed = (MimeMultipart) onlyMail().getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        String text = (String) alternative.getBodyPart(0).getContent();
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        String html = (String) related.getBodyPart(0).getContent();
        for (String form : List.of(text, html)) {
            assertTrue(form.contains(Messages.CODE), form);
            assertTrue(form.contains(Wording.time(Messages.EXPIRES, language)), form);
            assertTrue(form.contains("Android") && form.contains("iPhone"), form);
            assertTrue(form.contains("https://example.org/ios"), form);
            assertTrue(form.contains(language == Language.EN ? "Available doors" : "Dostupné dveře"), form);
            assertTrue(form.contains(language == Language.EN ? "My doors" : "Moje dveře"), form);
            assertTrue(form.contains("Door Service"), form);
            assertFalse(form.contains("{"), form);
        }
        assertTrue(text.contains(Messages.SITE), text);
        assertTrue(html.contains("Rathaus &lt;&quot;Žižkov&quot; &amp; Co&gt;"), html);
        assertTrue(html.contains("https://example.org/android?a=1&amp;b=2"), html);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("NTF-02")
    void stepsStandInTheOrderInWhichTheyAreTaken(Language language) throws Exception {
        List<String> steps = language == Language.EN
                ? List.of(
                        "Install the app", "green face", "Get mobile keys", "Identifiers", "online", "QR code", "type")
                : List.of(
                        "Nainstalujte",
                        "zelený",
                        "Získat mobilní klíče",
                        "Identifikátory",
                        "internetu",
                        "QR",
                        "opište");
        String last = language == Language.EN ? "strongest signal" : "nejsilnějším signálem";

        assertAccepted(notifier().send(Messages.code(ADA, language)));

        MimeMultipart mixed = (MimeMultipart) onlyMail().getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        for (Object form : List.of(
                alternative.getBodyPart(0).getContent(), related.getBodyPart(0).getContent())) {
            String text = (String) form;
            int at = 0;
            for (String step : steps) {
                at = text.indexOf(step, at);
                assertTrue(at >= 0, step);
            }
            assertTrue(text.indexOf(Messages.CODE) > at, "the code stands where it is typed");
            assertTrue(text.indexOf(last) > text.indexOf(Messages.CODE), last);
        }
    }

    @Test
    @Requirement("NTF-05")
    void noticeToATelephoneSaysThatTheCodeWentByMailAndHasNone() throws Exception {
        assertAccepted(notifier().send(Messages.notice(new PhoneNumber("+420601234567"), Language.EN)));

        MimeMessage mail = onlyMail();
        assertEquals("420601234567@sms.operator.example", mail.getAllRecipients()[0].toString());
        String text = (String) mail.getContent();
        assertTrue(text.contains("has been sent to your e-mail address"), text);
        assertFalse(text.contains(Messages.CODE), text);
    }

    @Test
    @Requirement({"NTF-06", "NTF-07"})
    void codeToATelephoneIsOneShortTextInTheCarriersForm() throws Exception {
        assertAccepted(notifier().send(Messages.code(new PhoneNumber("+12025550123"), Language.EN)));

        MimeMessage mail = onlyMail();
        assertEquals("2025550123@text.carrier.example", mail.getAllRecipients()[0].toString());
        assertTrue(mail.isMimeType("text/plain"), mail.getContentType());
        assertTrue(((String) mail.getContent()).contains(Messages.CODE));
    }

    @Test
    @Requirement("NTF-07")
    void numberTypedAsACarriersMailAddressGetsTheShortTextToo() throws Exception {
        EmailAddress typed = new EmailAddress("2025550123@Text.Carrier.example");

        assertAccepted(notifier().send(Messages.code(typed, Language.EN)));

        assertTrue(onlyMail().isMimeType("text/plain"));
    }

    @Test
    void telephoneWithoutARouteFailsWithoutAConnection() {
        assertEquals(
                new Failed(Failure.NO_CHANNEL),
                notifier().send(Messages.code(new PhoneNumber("+4915112345678"), Language.EN)));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void sameMessageSentTwiceCarriesOneIdSoThatMailProgramsShowItOnce() throws Exception {
        OutgoingMessage message = Messages.code(ADA, Language.EN);
        notifier().send(message);
        notifier().send(message);

        MimeMessage[] mails = server.getReceivedMessages();
        assertEquals(2, mails.length);
        assertEquals(mails[0].getMessageID(), mails[1].getMessageID());
    }

    @Test
    @Requirement("NTF-10")
    void serverThatIsAwayIsUnreachable() {
        SmtpNotifier notifier = notifier();
        server.stop();

        assertEquals(new Failed(Failure.UNREACHABLE), notifier.send(Messages.code(ADA, Language.EN)));
    }

    @Test
    void serverWithoutEncryptionGetsNothingWhereItIsAskedFor() {
        SmtpSettings wary = settings(Security.STARTTLS);

        Delivery delivery = SmtpNotifier.of(wary, Messages.APPS).send(Messages.code(ADA, Language.EN));

        assertEquals(new Failed(Failure.NOT_TRUSTED), delivery);
        assertEquals(0, server.getReceivedMessages().length);
    }

    private SmtpNotifier notifier() {
        return SmtpNotifier.of(settings(Security.NONE), Messages.APPS, ROUTES);
    }

    private SmtpSettings settings(Security security) {
        return new SmtpSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                security,
                Optional.empty(),
                new EmailAddress("keys@service.example"),
                "Door Service",
                Duration.ofSeconds(10));
    }

    private MimeMessage onlyMail() {
        MimeMessage[] mails = server.getReceivedMessages();
        assertEquals(1, mails.length);
        return mails[0];
    }

    private static byte[] octets(BodyPart part) throws IOException, MessagingException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static void assertAccepted(Delivery delivery) {
        assertInstanceOf(Accepted.class, delivery, delivery.toString());
    }
}
