package io.lintel.sdk.command.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineIndexTest {

    @Test
    void firstLineOfEachKeyIsRemembered() {
        LineIndex index = new LineIndex();
        for (int line = 1; line <= 20_000; line++) {
            assertEquals(0, index.firstLine("key " + line, line));
        }
        for (int line = 1; line <= 20_000; line++) {
            assertEquals(line, index.firstLine("key " + line, 30_000));
        }
    }
}
