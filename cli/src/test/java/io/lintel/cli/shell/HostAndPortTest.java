package io.lintel.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:7400", "localhost:0", "[::1]:65535", "reader.example.org:1"})
    void whatIsWrittenIsReadBack(String text) {
        assertEquals(text, HostAndPort.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7400", ":7400", "localhost", "localhost:", "::1:7400", "localhost:65536", "localhost:-1"})
    void anythingElseIsRefused(String text) {
        assertEquals(
                ExitCode.USAGE,
                assertThrows(CommandFailure.class, () -> HostAndPort.parse(text))
                        .exitCode());
    }
}
