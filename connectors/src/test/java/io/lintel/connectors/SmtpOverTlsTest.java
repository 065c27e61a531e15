package io.lintel.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.lintel.connectors.SmtpSettings.Login;
import io.lintel.connectors.SmtpSettings.Security;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server with a certificate for {@code localhost}, made for this test. */
class SmtpOverTlsTest {

    private static final String PASSWORD = "changeit";
    private static final String KEY_STORE_PROPERTY = "greenmail.tls.keystore.file";
    private static final String KEY_STORE_PASSWORD_PROPERTY = "greenmail.tls.keystore.password";

    @TempDir
    static Path directory;

    private static Thread.@Nullable UncaughtExceptionHandler handler;
    private static GreenMail server;
    private static SSLContext trust;

    @BeforeAll
    static void startServer() throws Exception {
        Path keys = directory.resolve("keys.p12");
        makeKeys(keys);
        trust = trusting(keys);
        // The server's threads die loudly when a client does not trust it.
        handler = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        System.setProperty(KEY_STORE_PROPERTY, keys.toString());
        System.setProperty(KEY_STORE_PASSWORD_PROPERTY, PASSWORD);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.setUser("keys@service.example", "keys", "right");
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
        Thread.setDefaultUncaughtExceptionHandler(handler);
        System.clearProperty(KEY_STORE_PROPERTY);
        System.clearProperty(KEY_STORE_PASSWORD_PROPERTY);
    }

    @Test
    void serverThatIsTrustedGetsPasswordAndMail() {
        int before = server.getReceivedMessages().length;

        assertEquals(new Accepted(), send("localhost", "right", trust));
        assertEquals(before + 1, server.getReceivedMessages().length);
    }

    @Test
    void wrongPasswordIsSaidSo() {
        assertEquals(new Failed(Failure.NOT_AUTHENTICATED), send("localhost", "wrong", trust));
    }

    @Test
    void unknownCertificateIsNotTrusted() throws GeneralSecurityException {
        assertEquals(new Failed(Failure.NOT_TRUSTED), send("localhost", "right", SSLContext.getDefault()));
    }

    @Test
    void certificateOfAnotherNameIsNotTrusted() {
        assertEquals(new Failed(Failure.NOT_TRUSTED), send("127.0.0.1", "right", trust));
    }

    private static Delivery send(String host, String password, SSLContext context) {
        try (SecretBytes secret = SecretBytes.takeOwnership(password.getBytes(StandardCharsets.UTF_8))) {
            SmtpSettings settings = new SmtpSettings(
                    host,
                    server.getSmtps().getPort(),
                    Security.TLS,
                    Optional.of(new Login("keys", secret)),
                    new EmailAddress("keys@service.example"),
                    "Door Service",
                    Duration.ofSeconds(20));
            return SmtpNotifier.of(settings, Messages.APPS, List.of(), Clock.systemUTC(), context)
                    .send(Messages.code(new EmailAddress("ada@example.org"), Language.EN));
        }
    }

    private static void makeKeys(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
    }

    private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            own.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", own.getCertificate("mail"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
