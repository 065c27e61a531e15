package io.lintel.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    @Test
    void aTerminalsLineIsWrittenOverAndOverAndEndsOnce() {
        try (Progress progress = shell(new Screen(80, true)).progress("people")) {
            progress.at(1, 2000);
            now = now.plus(Duration.ofSeconds(1));
            progress.at(1000, 2000);
            progress.at(1001, 2000);
            now = now.plus(Duration.ofSeconds(1));
            progress.at(2000, 2000);
        }
        assertEquals("\rpeople: 1,000 of 2,000\rpeople: 2,000 of 2,000\n", printed());
    }

    @Test
    void elsewhereALineComesFromTimeToTime() {
        try (Progress progress = shell(Screen.NONE).progress("people")) {
            now = now.plus(Duration.ofSeconds(1));
            progress.at(10, 0);
            now = now.plus(Duration.ofSeconds(5));
            progress.at(20, 0);
        }
        assertEquals("people: 20\n", printed());
    }

    @Test
    void programsGetObjects() {
        Shell shell = shell(Screen.NONE);
        shell.useJson();
        try (Progress progress = shell.progress("people")) {
            now = now.plus(Duration.ofSeconds(5));
            progress.at(20, 40);
        }
        assertEquals("{\"progress\":\"people\",\"done\":20,\"total\":40}\n", printed());
    }

    @Test
    void whatIsOverSoonSaysNothing() {
        try (Progress progress = shell(new Screen(80, true)).progress("people")) {
            progress.at(2000, 2000);
        }
        assertEquals("", printed());
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private Shell shell(Screen screen) {
        return new Shell(
                Path.of(""),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                err,
                StandardCharsets.UTF_8,
                new Hand(),
                Stop.onRequest(),
                screen);
    }

    /** A clock that the test moves. */
    private final class Hand extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
