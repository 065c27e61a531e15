package io.lintel.sdk.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Files of readers: each reader that is read is written and read again the same. */
class ReaderFileFuzzTest {

    @FuzzTest
    void whatIsReadSaysTheSameWhenWritten(byte[] data) throws IOException {
        Entries first = new Entries(new ArrayList<>(), new ArrayList<>());
        ReaderFile.read(new ByteArrayInputStream(data), first);
        if (!first.problems.isEmpty()) {
            return;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ReaderFile.Writer out = new ReaderFile.Writer(written)) {
            for (ReaderEntry entry : first.readers) {
                out.add(entry);
            }
        }
        Entries again = new Entries(new ArrayList<>(), new ArrayList<>());
        ReaderFile.read(new ByteArrayInputStream(written.toByteArray()), again);
        assertEquals(first, again);
    }

    private record Entries(List<ReaderEntry> readers, List<String> problems) implements ReaderFile.Visitor {
        @Override
        public void reader(long line, ReaderEntry entry) {
            readers.add(entry);
        }

        @Override
        public void problem(long line, String what) {
            assertTrue(!what.isBlank(), "a problem says what it is");
            problems.add(what);
        }
    }
}
