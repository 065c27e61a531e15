package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that is never online learns of a revocation from somebody else's phone. */
class OfflineDoorTest {
    @TempDir
    Path directory;

    @Test
    void anotherPhoneBringsTheListAndTakesTheReceiptHome() {
        Bench bench = Bench.in(directory);
        bench.activate();
        try (Terminal.Running manager = bench.manager();
                Terminal.Running reader = bench.reader()) {
            courier(bench, manager);
            assertEquals("granted", tap(bench, reader, "phone").path("result").asText());
            bench.terminal().done("credential", "revoke", "1");
            checkIn(bench, manager);
            assertEquals("granted", tap(bench, reader, "phone").path("result").asText(), "the reader does not know");

            JsonNode brought = tap(bench, reader, "courier");

            assertEquals("granted", brought.path("result").asText());
            assertTrue(brought.path("courier").path("octets").asInt() > 0, brought::toString);
            long epoch = brought.path("courier").path("receiptEpoch").asLong();
            reader.await("a phone brought a newer revocation list");
            JsonNode denied = tap(bench, reader, "phone");
            assertEquals("revoked", denied.path("reason").asText());
            checkIn(bench, manager);
            JsonNode again = tap(bench, reader, "courier").path("courier");
            assertTrue(again.path("receiptEpoch").isMissingNode(), "the manager has it: " + again);
            assertTrue(epoch > 1, brought::toString);
        }
    }

    private static void courier(Bench bench, Terminal.Running manager) {
        bench.terminal().done("person", "add", "Bob");
        String link = bench.issue("--person", "2", "--manager", manager.address())
                .path("link")
                .asText();
        bench.terminal().done("wallet", "activate", link, "--wallet", "courier");
        checkIn(bench, manager);
    }

    private static void checkIn(Bench bench, Terminal.Running manager) {
        bench.terminal().done("wallet", "checkin", "--wallet", "courier", "--manager", manager.address());
    }

    private static JsonNode tap(Bench bench, Terminal.Running reader, String wallet) {
        return bench.terminal()
                .run("wallet", "tap", "--wallet", wallet, "--reader", reader.address(), "--json")
                .json();
    }
}
