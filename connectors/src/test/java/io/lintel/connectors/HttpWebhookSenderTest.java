package io.lintel.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.event.WebhookRequest;
import io.lintel.sdk.event.WebhookSignature;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Language;
import io.lintel.testing.ClosedPort;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpWebhookSenderTest {

    private record Received(String method, String signature, Bytes body) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpWebhookSender sender = HttpWebhookSender.of(Duration.ofSeconds(10));
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/answer/", this::answer);
        server.createContext("/endless", this::talkWithoutEnd);
        server.createContext("/silent", this::saySomethingWhenTheTestIsOver);
        server.start();
    }

    @AfterEach
    void stopServer() {
        testIsOver.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "301, UNREACHABLE",
        "400, MESSAGE_REFUSED",
        "401, NOT_AUTHENTICATED",
        "404, UNREACHABLE",
        "410, UNREACHABLE",
        "413, MESSAGE_REFUSED",
        "429, BUSY",
        "500, BUSY",
        "503, BUSY"
    })
    void answerBecomesItsKind(int status, Failure expected) {
        assertEquals(new Failed(expected), sender.post(request("/answer/" + status)));
    }

    @ParameterizedTest
    @CsvSource({"200", "202", "204"})
    void everySuccessAccepts(int status) {
        assertInstanceOf(Accepted.class, sender.post(request("/answer/" + status)));
    }

    @Test
    void headersAndBodyArriveAsTheyWereSigned() throws InterruptedException {
        sender.post(request("/answer/200"));

        Received request = received.take();
        assertEquals("POST", request.method());
        assertEquals("t=1,v1=00", request.signature());
        assertEquals(Bytes.utf8("{\"schema\":1}"), request.body());
    }

    @Test
    void receiverThatTalksWithoutEndIsHeardNoFurtherThanItsStatus() {
        assertInstanceOf(Accepted.class, sender.post(request("/endless")));
    }

    @Test
    void silentReceiverIsGivenUpAfterTheTimeout() {
        Delivery delivery = HttpWebhookSender.of(Duration.ofSeconds(1)).post(request("/silent"));

        assertEquals(new Failed(Failure.TIMED_OUT), delivery);
    }

    @Test
    void closedPortIsUnreachable() throws IOException {
        try (ClosedPort nobody = new ClosedPort()) {
            URI address = URI.create("http://127.0.0.1:" + nobody.address().getPort() + "/");

            assertEquals(
                    new Failed(Failure.UNREACHABLE), sender.post(new WebhookRequest(address, Map.of(), Bytes.EMPTY)));
        }
    }

    @Test
    void messageForAVendorsOwnServerIsSignedAndHoldsWhatIsToBeSent() throws InterruptedException {
        Instant now = Instant.parse("2026-11-20T10:15:00Z");
        try (SecretBytes secret = SecretBytes.copyOf(new byte[32])) {
            WebhookNotifier notifier =
                    WebhookNotifier.of(sender, url("/answer/204"), secret, Clock.fixed(now, ZoneOffset.UTC));

            assertInstanceOf(
                    Accepted.class, notifier.send(Messages.code(new EmailAddress("ada@example.org"), Language.CS)));

            Received request = received.take();
            assertTrue(WebhookSignature.isGenuine(secret, request.signature(), request.body(), now));
            String json = new String(request.body().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(json.contains("\"to\":\"ada@example.org\",\"language\":\"cs\""), json);
            assertTrue(json.contains("\"code\":\"" + Messages.CODE + "\""), json);
        }
    }

    @Test
    void codesDoNotTravelReadableToAnotherMachine() {
        try (SecretBytes secret = SecretBytes.copyOf(new byte[32])) {
            URI plain = URI.create("http://example.org/codes");

            assertThrows(
                    IllegalArgumentException.class, () -> WebhookNotifier.of(sender, plain, secret, Clock.systemUTC()));
        }
        assertFalse(Messages.code(new EmailAddress("ada@example.org"), Language.EN)
                .toString()
                .contains(Messages.CODE));
    }

    private WebhookRequest request(String path) {
        return new WebhookRequest(
                url(path),
                Map.of(WebhookSignature.HEADER, "t=1,v1=00", "Content-Type", "application/json"),
                Bytes.utf8("{\"schema\":1}"));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders().getFirst(WebhookSignature.HEADER),
                    Bytes.copyOf(exchange.getRequestBody().readAllBytes())));
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("Location", "/answer/200");
            exchange.sendResponseHeaders(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), -1);
        }
    }

    private void talkWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (testIsOver.getCount() > 0) {
                out.write(new byte[8192]);
            }
        }
    }

    private void saySomethingWhenTheTestIsOver(HttpExchange exchange) throws IOException {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
