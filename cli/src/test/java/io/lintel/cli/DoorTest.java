package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.crypto.Bytes;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import io.lintel.transport.tcp.TcpManagerClient;
import io.lintel.transport.tcp.TcpManagerServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone and a reader, by their commands. */
class DoorTest {
    @TempDir
    Path directory;

    @Test
    @Requirement("SYN-05")
    void theFirstTapIsColdAndLaterOnesAreFast() {
        Bench bench = Bench.in(directory);
        bench.activate();
        try (Terminal.Running reader = bench.reader()) {
            JsonNode cold = tap(bench, reader).json();
            JsonNode many = bench.terminal()
                    .done("wallet", "tap", "--reader", reader.address(), "--repeat", "5", "--json")
                    .json();

            assertEquals("granted", cold.path("result").asText());
            assertEquals("cold", cold.path("path").asText());
            JsonNode fast = many.path("granted").path("fast");
            assertEquals(5, fast.path("count").asInt());
            assertTrue(
                    fast.path("p50Millis").asDouble() <= fast.path("maxMillis").asDouble());
            reader.await("GRANTED  fast");
            String lines = reader.printed();
            assertTrue(lines.contains("GRANTED  cold  credential 1"), lines);
            assertTrue(lines.contains("panel: Wiegand H10301 00000080, OSDP 5000011a0000000080"), lines);
        }
    }

    @Test
    void aRunningReaderTakesANewListAndDenies() {
        Bench bench = Bench.in(directory);
        bench.activate();
        try (Terminal.Running reader = bench.reader()) {
            assertEquals(0, tap(bench, reader).exitCode());
            bench.terminal().done("credential", "revoke", "1");
            bench.terminal().done("reader", "update");
            reader.await("is in force, with list");

            Printed denied = tap(bench, reader);

            assertEquals(1, denied.exitCode());
            assertEquals("revoked", denied.json().path("reason").asText());
            reader.await("DENIED   fast  credential 1");
        }
    }

    @Test
    void aDamagedUpdateIsReportedAndChangesNothing() throws IOException {
        Bench bench = Bench.in(directory);
        bench.activate();
        try (Terminal.Running reader = bench.reader()) {
            Files.writeString(directory.resolve("front-door").resolve("reader.lintel"), "nonsense");
            reader.await("The configuration in force stays");

            assertEquals(0, tap(bench, reader).exitCode());
        }
    }

    @Test
    void aReaderTakesAnUpdateAndGoesBackBehindItNoMore() throws IOException {
        Bench bench = Bench.in(directory);
        bench.activate();
        Path file = directory.resolve("front-door").resolve("reader.lintel");
        byte[] before = Files.readAllBytes(file);
        bench.terminal().done("reader", "update", "--dir", "front-door");
        try (Terminal.Running reader = bench.reader()) {
            assertEquals(0, tap(bench, reader).exitCode());
        }
        Files.write(file, before);

        try (Terminal.Running reader = bench.reader()) {
            reader.await("The configuration in force stays: This reader has a newer configuration than this one");

            assertEquals(0, tap(bench, reader).exitCode());
        }
    }

    @Test
    @Spec("TAP-14-11")
    void anAccessNumberThatThePanelCannotTakeIsSaid() {
        Bench bench = Bench.in(directory);
        bench.activate("--access-number", "123456789");
        try (Terminal.Running reader = bench.reader()) {
            assertEquals(0, tap(bench, reader).exitCode());
            reader.await("panel: nothing. The access number does not fit H10301");
        }
    }

    @Test
    void aReaderOfAnotherGroupDenies() {
        Bench bench = Bench.in(directory);
        bench.activate("--group", "2,3");
        try (Terminal.Running reader = bench.reader()) {
            Printed denied = tap(bench, reader);

            assertEquals(1, denied.exitCode());
            assertEquals("wrong-group", denied.json().path("reason").asText());
        }
    }

    @Test
    void aRestartedReaderIsTappedColdOnce() {
        Bench bench = Bench.in(directory);
        bench.activate();
        try (Terminal.Running reader = bench.reader()) {
            tap(bench, reader);
        }
        try (Terminal.Running reader = bench.reader()) {
            assertEquals("cold", tap(bench, reader).json().path("path").asText());
            assertEquals("fast", tap(bench, reader).json().path("path").asText());
        }
    }

    @Test
    @Requirement("ACT-05")
    void aCodeWorksOnce() {
        Bench bench = Bench.in(directory);
        try (Terminal.Running manager = bench.manager()) {
            String link =
                    bench.issue("--manager", manager.address()).path("link").asText();
            bench.terminal().done("wallet", "activate", link);

            Printed second = bench.terminal().run("wallet", "activate", link, "--wallet", "other", "--json");

            assertEquals(1, second.exitCode());
            assertEquals(
                    "activation.already-used", second.complaint().path("error").asText());
        }
    }

    @Test
    void anExpiredCodeIsRefusedWithAdvice() {
        Bench bench = Bench.in(directory);
        Clock lastWeek = Clock.offset(Clock.systemUTC(), Duration.ofDays(-8));
        try (Terminal.Running manager = bench.manager()) {
            String link = bench.terminal()
                    .at(lastWeek)
                    .done("credential", "issue", "--manager", manager.address(), "--json")
                    .json()
                    .path("link")
                    .asText();

            Printed refused = bench.terminal().run("wallet", "activate", link);

            assertEquals(1, refused.exitCode());
            assertEquals(
                    "lintel: This activation code has expired. Ask the site's administrator for a new one.\n",
                    refused.err());
        }
    }

    @Test
    void anAnswerThatIsLostCostsNothing() {
        Bench bench = Bench.in(directory);
        try (Terminal.Running manager = bench.manager();
                TcpManagerClient client = TcpManagerClient.open();
                TcpManagerServer thief = TcpManagerServer.builder((request, source) -> {
                            client.exchange(request, at(manager.address()), Duration.ofMinutes(1));
                            return Bytes.EMPTY;
                        })
                        .bind(at("127.0.0.1:0"))
                        .start()) {
            String code = bench.issue().path("code").asText();
            Printed lost = bench.terminal()
                    .run(
                            "wallet",
                            "activate",
                            code,
                            "--manager",
                            HostAndPort.of(thief.address()).toString());
            assertEquals(3, lost.exitCode(), lost.toString());

            JsonNode activated = bench.terminal()
                    .done("wallet", "activate", code, "--manager", manager.address(), "--json")
                    .json();

            assertEquals(1, activated.path("serial").asInt());
        }
    }

    @Test
    void aCodeAloneIsEnoughBesideTheManagersKeyFile() {
        Bench bench = Bench.in(directory);
        try (Terminal.Running manager = bench.manager()) {
            String code = bench.issue().path("code").asText();

            JsonNode activated = bench.terminal()
                    .done("wallet", "activate", code, "--manager", manager.address(), "--json")
                    .json();

            assertEquals("Town hall", activated.path("site").asText());
            JsonNode held =
                    bench.terminal().done("wallet", "show", "--json").json().path("credentials");
            assertEquals(1, held.path(0).path("serial").asInt());
        }
    }

    @Test
    void aWalletOfAnotherSiteSaysNothingToTheReader() {
        Bench bench = Bench.in(directory);
        Terminal terminal = bench.terminal();
        terminal.done("site", "create", "--name", "Elsewhere");
        terminal.done("person", "add", "Mallory", "--site", "Elsewhere");
        try (Terminal.Running manager = bench.manager();
                Terminal.Running reader = bench.reader()) {
            String link = bench.issue("--site", "Elsewhere", "--manager", manager.address())
                    .path("link")
                    .asText();
            terminal.done("wallet", "activate", link);

            Printed refused = tap(bench, reader);

            assertEquals(1, refused.exitCode());
            assertEquals("unknown-project", refused.json().path("error").asText());
        }
    }

    private static InetSocketAddress at(String address) {
        return HostAndPort.parse(address).resolve();
    }

    private static Printed tap(Bench bench, Terminal.Running reader) {
        return bench.terminal().run("wallet", "tap", "--reader", reader.address(), "--json");
    }
}
