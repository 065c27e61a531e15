package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.event.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCommandsTest {
    @TempDir
    Path directory;

    @Test
    void aRunningManagerPostsSignedEventsToASubscriber() throws IOException, InterruptedException {
        Terminal terminal = Bench.in(directory).terminal();
        BlockingQueue<String> signatures = new LinkedBlockingQueue<>();
        BlockingQueue<Bytes> bodies = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            signatures.add(exchange.getRequestHeaders().getFirst(WebhookSignature.HEADER));
            bodies.add(Bytes.copyOf(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try (Terminal.Running manager = terminal.start("manager", "run", "--listen", "127.0.0.1:0")) {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
            terminal.done("event", "subscribe", url, "--secret-file", "secret.hex");
            terminal.done("credential", "issue");
            manager.await("events: ");

            String signature = signatures.poll(30, TimeUnit.SECONDS);
            Bytes body = bodies.poll(30, TimeUnit.SECONDS);
            String hex = Files.readString(directory.resolve("secret.hex")).strip();
            try (SecretBytes secret = SecretBytes.copyOf(Bytes.ofHex(hex).toByteArray())) {
                assertTrue(WebhookSignature.isGenuine(secret, signature, body, Instant.now()), signature);
            }
        } finally {
            receiver.stop(0);
        }
        JsonNode subscription = terminal.done("event", "subscriptions", "--json")
                .json()
                .path("subscriptions")
                .path(0);
        assertEquals(0, subscription.path("failures").asInt());
        assertEquals(
                0,
                terminal.done("event", "dead", "1", "--json")
                        .json()
                        .path("events")
                        .size());
        terminal.done("event", "unsubscribe", "1");
    }

    @Test
    void anAddressThatAnybodyCouldReadIsRefused() {
        Terminal terminal = Bench.in(directory).terminal();

        Printed refused = terminal.run("event", "subscribe", "http://example.org/", "--secret-file", "x");

        assertEquals(2, refused.exitCode(), refused.toString());
        assertTrue(refused.err().contains("https://"), refused.err());
    }
}
