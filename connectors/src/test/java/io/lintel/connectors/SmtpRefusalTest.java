package io.lintel.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.connectors.SmtpSettings.Login;
import io.lintel.connectors.SmtpSettings.Security;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Language;
import io.lintel.testing.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mail server's refusals become, with a server that follows a script. */
@Requirement("NTF-10")
class SmtpRefusalTest {

    private static final EmailAddress SENDER = new EmailAddress("keys@service.example");

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("RCPT", "550 5.1.1 no such person", Failure.RECIPIENT_REFUSED),
                Arguments.of("RCPT", "450 4.2.1 greylisted", Failure.BUSY),
                Arguments.of("MAIL", "421 4.3.2 going down", Failure.BUSY),
                Arguments.of("MAIL", "553 5.7.1 not your address", Failure.MESSAGE_REFUSED),
                Arguments.of("DATA", "452 4.3.1 disk full", Failure.BUSY),
                Arguments.of(".", "554 5.6.0 looks like spam", Failure.MESSAGE_REFUSED));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalBecomesItsKind(String command, String reply, Failure expected) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Map.of(command, reply))) {
            assertEquals(new Failed(expected), send(server, Duration.ofSeconds(10)));
        }
    }

    @Test
    void silentServerIsGivenUpAfterTheTimeout() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Map.of("EHLO", ""))) {
            assertEquals(new Failed(Failure.TIMED_OUT), send(server, Duration.ofSeconds(1)));
        }
    }

    @Test
    void passwordNeverTravelsReadableAndIsNeverShown() {
        Optional<Login> login = Optional.of(new Login("keys", SecretBytes.copyOf(new byte[] {'p', 'w'})));

        assertThrows(
                IllegalArgumentException.class,
                () -> new SmtpSettings(
                        "localhost", 25, Security.NONE, login, SENDER, "Door Service", SmtpSettings.USUAL_TIMEOUT));
        SmtpSettings settings = new SmtpSettings(
                "localhost", 465, Security.TLS, login, SENDER, "Door Service", SmtpSettings.USUAL_TIMEOUT);
        assertFalse(settings.toString().contains("pw"), settings.toString());
        assertTrue(settings.toString().contains("redacted"), settings.toString());
    }

    private static Delivery send(ScriptedServer server, Duration timeout) {
        SmtpSettings settings = new SmtpSettings(
                "127.0.0.1", server.port(), Security.NONE, Optional.empty(), SENDER, "Door Service", timeout);
        return SmtpNotifier.of(settings, Messages.APPS)
                .send(Messages.code(new EmailAddress("ada@example.org"), Language.EN));
    }

    /** Says 250 to everything but what its script names; an empty reply is silence. */
    private static final class ScriptedServer implements AutoCloseable {
        private final Map<String, String> script;
        private final ServerSocket socket;
        private final Thread thread = new Thread(this::serve, "scripted-smtp");

        ScriptedServer(Map<String, String> script) throws IOException {
            this.script = script;
            this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept();
                    BufferedReader in =
                            new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    OutputStream out = client.getOutputStream()) {
                say(out, "220 ready");
                boolean inMail = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (inMail && !line.equals(".")) {
                        continue;
                    }
                    String verb = line.split("[ :]", 2)[0];
                    String usual = verb.equals("DATA") ? "354 go on" : "250 fine";
                    String reply = script.getOrDefault(verb, usual);
                    inMail = reply.startsWith("354");
                    if (!reply.isEmpty()) {
                        say(out, reply);
                    }
                }
            } catch (IOException e) {
                // The client or the test has gone: the script is over.
                return;
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
