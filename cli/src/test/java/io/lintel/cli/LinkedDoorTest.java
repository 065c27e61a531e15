package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that is linked to its manager, by their commands. */
class LinkedDoorTest {
    private static final int TAPS = 200;

    @TempDir
    Path directory;

    @Test
    void aRevocationReachesALinkedReaderByItselfAndItsReceiptComesHome() {
        Bench bench = Bench.in(directory);
        Terminal terminal = bench.terminal();
        atALinkedDoor(bench, reader -> {
            terminal.done("credential", "revoke", "1");

            Printed denied = tapUntilDenied(bench, reader);
            assertTrue(denied.out().contains("\"reason\":\"revoked\""), denied::toString);
        });
        String trail = terminal.done("event", "list", "--json").json().toString();
        assertTrue(trail.contains("\"revocation confirmed\""), trail);
        String history =
                terminal.done("person", "history", "1", "--json").json().toString();
        assertTrue(history.contains("granted"), history);
        assertTrue(history.contains("revoked"), history);
    }

    @Test
    void whatTheSiteSaysOfADoorIsInForceAtALinkedReaderWithoutARestart() {
        Bench bench = Bench.in(directory);
        atALinkedDoor(bench, reader -> {
            bench.terminal().done("reader", "edit", "1", "--name", "Side door");
            bench.terminal().done("reader", "publish");

            reader.await("is in force");
            assertEquals(0, tap(bench, reader).exitCode());
        });
    }

    /** Does something while manager and reader run, linked, and the bench's phone has opened the door. */
    private static void atALinkedDoor(Bench bench, Consumer<Terminal.Running> deed) {
        bench.activate();
        Terminal terminal = bench.terminal();
        try (Terminal.Running manager =
                terminal.start("manager", "run", "--listen", "127.0.0.1:0", "--links", "127.0.0.1:0")) {
            manager.await("Readers link to it on ");
            try (Terminal.Running reader =
                    terminal.start("reader", "run", "--listen", "127.0.0.1:0", "--manager", links(manager))) {
                reader.await("Linked to the manager");
                assertEquals(0, tap(bench, reader).exitCode());
                deed.accept(reader);
            }
        }
    }

    private static String links(Terminal.Running manager) {
        return manager.printed().split("Readers link to it on ", 2)[1].split("\\.\\s", 2)[0];
    }

    /** The manager looks each second for what is new. */
    private static Printed tapUntilDenied(Bench bench, Terminal.Running reader) {
        for (int i = 0; i < TAPS; i++) {
            Printed tapped = tap(bench, reader);
            if (tapped.exitCode() != 0) {
                return tapped;
            }
        }
        throw new AssertionError("the list never reached the reader: " + reader.printed());
    }

    private static Printed tap(Bench bench, Terminal.Running reader) {
        return bench.terminal().run("wallet", "tap", "--reader", reader.address(), "--json");
    }
}
