package io.lintel.connectors;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.notification.Channel;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Notifier;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.PhoneNumber;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/**
 * Sends mails through a mail server, one connection per message ({@code ACT-01}, {@code NTF-01}..{@code NTF-07}). A message
 * to a telephone goes to its carrier's mail gateway, as does a mail to a gateway's address.
 *
 * <p>Thread-safe. The server's answers never reach a log: they may hold addresses.
 */
public final class SmtpNotifier implements Notifier {

    private static final String PROTOCOL = "smtp";

    private final SmtpSettings settings;
    private final List<SmsRoute> routes;
    private final Clock clock;
    private final Session session;
    private final MailAssembly assembly;

    private SmtpNotifier(SmtpSettings settings, AppLinks apps, List<SmsRoute> routes, Clock clock, SSLContext trust) {
        this.settings = settings;
        this.routes = List.copyOf(routes);
        this.clock = clock;
        this.session = Session.getInstance(properties(settings, trust));
        this.assembly = new MailAssembly(session, settings, new Wording(apps, settings.senderName()));
    }

    /** A notifier for mails alone, which trusts the certificates that Java trusts. */
    public static SmtpNotifier of(SmtpSettings settings, AppLinks apps) {
        return of(settings, apps, List.of());
    }

    /** A notifier that also reaches telephones, by the first route whose prefix fits. */
    public static SmtpNotifier of(SmtpSettings settings, AppLinks apps, List<SmsRoute> routes) {
        try {
            return new SmtpNotifier(settings, apps, routes, Clock.systemUTC(), SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no TLS", e);
        }
    }

    /** A notifier with everything given: the clock dates mails, the context says which servers are trusted. */
    public static SmtpNotifier of(
            SmtpSettings settings, AppLinks apps, List<SmsRoute> routes, Clock clock, SSLContext trust) {
        return new SmtpNotifier(settings, apps, routes, clock, trust);
    }

    @Override
    public Delivery send(OutgoingMessage message) {
        Optional<EmailAddress> gateway = gateway(message);
        if (message.channel() == Channel.SMS && gateway.isEmpty()) {
            return new Failed(Failure.NO_CHANNEL);
        }
        try {
            MimeMessage mail = gateway.isPresent()
                    ? assembly.shortMail(message, gateway.get(), clock.instant())
                    : assembly.mail(message, (EmailAddress) message.recipient(), clock.instant());
            transmit(mail);
            return new Accepted();
        } catch (MessagingException e) {
            return new Failed(SmtpFailures.of(e, settings.security()));
        }
    }

    /** The carrier's address for a telephone; a person's own address where it is a carrier's already. */
    private Optional<EmailAddress> gateway(OutgoingMessage message) {
        if (message.recipient() instanceof PhoneNumber number) {
            return routes.stream()
                    .filter(route -> route.carries(number))
                    .findFirst()
                    .map(route -> route.address(number));
        }
        EmailAddress address = (EmailAddress) message.recipient();
        return Optional.of(address).filter(typed -> routes.stream().anyMatch(route -> route.isDomainOf(typed)));
    }

    private void transmit(MimeMessage mail) throws MessagingException {
        try (Transport transport = session.getTransport(PROTOCOL)) {
            if (settings.login().isPresent()) {
                SmtpSettings.Login login = settings.login().get();
                transport.connect(settings.host(), settings.port(), login.user(), text(login.password()));
            } else {
                transport.connect(settings.host(), settings.port(), null, null);
            }
            Address[] recipients = mail.getAllRecipients();
            transport.sendMessage(mail, recipients);
        }
    }

    /** The library wants its password as text. */
    private static String text(SecretBytes password) {
        byte[] octets = password.copy();
        try {
            return new String(octets, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static Properties properties(SmtpSettings settings, SSLContext trust) {
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.localhost", settings.sender().domain());
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        properties.put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
        // Otherwise the library tries Java's own trust where the given one refuses.
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }
}
