package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conformance kit by its commands, against a reader that runs from the kit's own material. */
class ConformanceCommandsTest {
    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void makeMaterial() {
        terminal = new Terminal(directory);
        terminal.done("conformance", "material", "--out", "kit");
    }

    private Terminal.Running reader() {
        return terminal.start("reader", "run", "--config", "kit/reader/config.json", "--listen", "127.0.0.1:0");
    }

    private Printed tried(Terminal.Running reader, String config, String... more) {
        String[] words = new String[more.length + 6];
        System.arraycopy(
                new String[] {"conformance", "reader", "--target", "tcp://" + reader.address(), "--config", config},
                0,
                words,
                0,
                6);
        System.arraycopy(more, 0, words, 6, more.length);
        return terminal.run(words);
    }

    @Test
    void aReaderThatRunsFromTheMaterialPasses() throws IOException {
        try (Terminal.Running reader = reader()) {
            Printed printed =
                    tried(reader, "kit/kit.txt", "--only", "reader.fast", "--junit", "out.xml", "--html", "out.html");
            assertEquals(0, printed.exitCode(), printed::toString);
            assertTrue(printed.out().contains(" passed, 0 failed, 0 skipped"), printed::toString);
            assertTrue(Files.readString(directory.resolve("out.xml")).contains("failures=\"0\""));
            assertTrue(Files.readString(directory.resolve("out.html")).contains("reader.fast.hit"));
        }
    }

    @Test
    void aReaderOfOtherMaterialFailsWithTheSentencesThatItBreaks() {
        terminal.done("conformance", "material", "--out", "other");
        try (Terminal.Running reader = reader()) {
            Printed printed = tried(reader, "other/kit.txt", "--only", "reader.opener.form");
            assertEquals(1, printed.exitCode(), printed::toString);
            assertTrue(printed.out().contains("failed   reader.opener.form"), printed::toString);
            assertTrue(printed.out().contains("TAP-4.1-5"), printed::toString);
        }
    }

    @Test
    void aReaderThatRunsFromTheMaterialTakesListsFromCouriers() {
        try (Terminal.Running reader = reader()) {
            Printed printed = tried(reader, "kit/kit.txt", "--only", "reader.list", "--only", "reader.courier");
            assertEquals(0, printed.exitCode(), printed::toString);
            assertTrue(printed.out().contains(" passed, 0 failed, 0 skipped"), printed::toString);
        }
    }

    @Test
    void aReaderIsRestartedByTheCommandOfItsOwner() {
        try (Terminal.Running reader = reader()) {
            String only = "reader.restart.state-epoch";
            Printed none = tried(reader, "kit/kit.txt", "--only", only);
            assertTrue(none.out().contains("0 failed, 1 skipped"), none::toString);

            Printed idle = tried(reader, "kit/kit.txt", "--only", only, "--restart", "exit 0");
            assertEquals(1, idle.exitCode(), idle::toString);
            assertTrue(idle.out().contains("TAP-9-2"), idle::toString);

            Printed failing = tried(reader, "kit/kit.txt", "--only", only, "--restart", "exit 7");
            assertEquals(1, failing.exitCode(), failing::toString);
            assertTrue(failing.out().contains("ended with 7"), failing::toString);
        }
    }

    @Test
    void aRestartThatFailsLeavesTheReportOfWhatWasTried() throws IOException {
        try (Terminal.Running reader = reader()) {
            Printed printed = tried(
                    reader,
                    "kit/kit.txt",
                    "--only",
                    "reader.opener.form",
                    "--only",
                    "reader.restart",
                    "--restart",
                    "exit 7",
                    "--junit",
                    "out.xml");
            assertEquals(1, printed.exitCode(), printed::toString);
            assertTrue(printed.out().contains("1 passed, 1 failed, "), printed::toString);
            assertTrue(printed.out().contains("left out"), printed::toString);
            assertTrue(Files.readString(directory.resolve("out.xml")).contains("breaks TAP-9-2"));
        }
    }

    @Test
    void aPhoneThatNobodyCanRestartIsNotTriedBehindARestart() {
        Printed none = triedPhone();
        assertTrue(none.out().contains("nothing was said that restarts the phone"), none::toString);

        Printed absent = triedPhone("--restart", "exit 0");
        assertTrue(absent.out().contains("the phone did not tap within 1 s"), absent::toString);
    }

    /** Waits for a phone that never comes. */
    private Printed triedPhone(String... more) {
        List<String> words = new ArrayList<>(List.of("conformance", "phone", "--listen", "127.0.0.1:0"));
        words.addAll(List.of("--config", "kit/kit.txt", "--arrival", "1s", "--only", "phone.restart"));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(new String[0]));
    }

    @Test
    void aPhoneTapsOverOneTransport() {
        for (List<String> over :
                List.of(List.<String>of(), List.of("--ble", "--l2cap"), List.of("--ble", "--listen", "127.0.0.1:0"))) {
            Printed printed = terminal.run(phone(over));
            assertEquals(2, printed.exitCode(), printed::toString);
            assertTrue(printed.err().contains("--listen HOST:PORT, --ble, or --l2cap"), printed::toString);
        }
    }

    /** The adapter is none, so that it ends at once wherever it runs. */
    @Test
    void aKitWithoutAnAdapterSaysSo() {
        for (String over : List.of("--ble", "--l2cap")) {
            assertNoBluetooth(terminal.run(phone(List.of(over, "--adapter", "nowhere"))));
        }
        for (String target : List.of("ble:00:AA:01:00:00:00", "l2cap:00:AA:01:00:00:00")) {
            assertNoBluetooth(terminal.run(
                    "conformance", "reader", "--target", target, "--adapter", "nowhere", "--config", "kit/kit.txt"));
        }
    }

    private static void assertNoBluetooth(Printed printed) {
        assertEquals(3, printed.exitCode(), printed::toString);
        assertTrue(printed.err().contains("Bluetooth"), printed::toString);
    }

    private static String[] phone(List<String> over) {
        List<String> words = new ArrayList<>(List.of("conformance", "phone", "--config", "kit/kit.txt"));
        words.addAll(over);
        return words.toArray(new String[0]);
    }

    @Test
    void materialForAReaderThatKeepsItsKeyTriesNoPhone() throws IOException {
        String kit = Files.readString(directory.resolve("kit/kit.txt"));
        Files.writeString(
                directory.resolve("kit/kit.txt"),
                kit.lines()
                        .filter(line -> !line.startsWith("reader.key.") && !line.startsWith("reader.signing-key."))
                        .collect(Collectors.joining("\n", "", "\n")));
        Printed printed = terminal.run(phone(List.of("--listen", "127.0.0.1:0")));
        assertEquals(1, printed.exitCode(), printed::toString);
        assertTrue(printed.err().contains("without --request"), printed::toString);
    }

    @Test
    void materialIsNotWrittenOver() {
        assertEquals(1, terminal.run("conformance", "material", "--out", "kit").exitCode());
    }

    @Test
    void whatCannotBeTriedIsSaid() {
        assertEquals(
                2,
                terminal.run("conformance", "reader", "--target", "127.0.0.1:1", "--config", "kit/kit.txt")
                        .exitCode());
        for (String target : List.of("ble:door", "l2cap:door")) {
            Printed noAddress = terminal.run("conformance", "reader", "--target", target, "--config", "kit/kit.txt");
            assertEquals(2, noAddress.exitCode(), noAddress::toString);
            assertTrue(noAddress.err().contains("ble: or l2cap: and a Bluetooth address"), noAddress::toString);
        }
        assertEquals(
                3,
                terminal.run("conformance", "reader", "--target", "tcp://127.0.0.1:1", "--config", "nothing.txt")
                        .exitCode());
    }
}
