package io.lintel.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputLineTest {
    @Test
    void readsTheFirstLineAlone() {
        assertEquals("0123456789abcdefABCD", InputLine.read(of(" 0123456789abcdefABCD\r\nmore")));
        assertEquals("without an end", InputLine.read(of("without an end")));
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThrows(CommandFailure.class, () -> InputLine.read(of("")));
        assertThrows(CommandFailure.class, () -> InputLine.read(of("  \n0123")));
        assertThrows(CommandFailure.class, () -> InputLine.read(of("x".repeat(5000))));
    }

    private static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
