package io.lintel.sdk.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.fuzzing.Allocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lists of people that a host system exports: people and problems, each of a line that the file has. */
class PeopleFuzzTest {

    @FuzzTest
    void linesGivePeopleOrProblems(byte[] data) {
        Allocation.bounded((1 << 20) + 1024L * data.length, () -> {
            Lines lines = new Lines(data.length + 2L);
            try {
                new CsvDirectory(() -> new ByteArrayInputStream(data)).read(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lines;
        });
    }

    private record Lines(long most) implements HostDirectory.Visitor {
        @Override
        public void person(long line, HostPerson person) {
            check(line);
        }

        @Override
        public void problem(long line, String what) {
            check(line);
            assertTrue(!what.isBlank(), "a problem says what it is");
        }

        private void check(long line) {
            assertTrue(line >= 0 && line <= most, () -> "line " + line);
        }
    }
}
