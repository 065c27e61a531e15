package io.lintel.cli.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.protocol.output.WiegandFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderSettingsTest {
    @TempDir
    Path directory;

    @Test
    void whatEnrollWritesIsWhatIsReadBack() throws IOException {
        assertEquals(ReaderSettings.standard(), read(ReaderSettings.standard().json()));
    }

    @Test
    void whatIsLeftOutIsStandard() throws IOException {
        assertEquals(ReaderSettings.standard(), read("{}"));
    }

    @Test
    void everyFieldCounts() throws IOException {
        ReaderSettings settings = read("""
            {"artefact": "a.bin", "listen": "[::1]:9", "wiegand": "H10304", "facility": 65535}
            """);

        assertEquals(Path.of("a.bin"), settings.artefact());
        assertEquals("[::1]:9", settings.listen().toString());
        assertEquals(WiegandFormat.H10304, settings.output().format());
        assertEquals(OptionalInt.of(65_535), settings.output().facility());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\n"
                        + "  \"listen\": 7401\n"
                        + "}'                            | line 2, field \"listen\": the value is not a string",
                "'{\n\n"
                        + "  \"colour\": \"blue\"\n"
                        + "}'                      | line 3, field \"colour\": there is no such field",
                "'{\n"
                        + "  \"wiegand\": \"H1\"\n"
                        + "}'                         | line 2, field \"wiegand\": the value is not one of",
                "'{\n"
                        + "  \"facility\": \"1\"\n"
                        + "}'                         | line 2, field \"facility\": the value is not a whole number",
                "'{\n"
                        + "  \"wiegand\": \"H10301\",\n"
                        + "  \"facility\": 256}' | line 3, field \"facility\": H10301 has facility codes 0 to 255",
                "'{\n"
                    + "  \"facility\": 99999999999}'                     | line 2, field \"facility\": the value does"
                    + " not fit",
                "'{\n"
                        + "  \"listen\": \"here\"\n"
                        + "}'                        | line 2, field \"listen\": \"here\" is not an address",
                "'{\n"
                        + "  \"artefact\": {}\n"
                        + "}'                            | line 2, field \"artefact\": the value is not a string",
                "'{\n  \"artefact\": \"a\",\n  \"artefact\": \"b\"}'   | a field is there twice",
                "'{\n  \"artefact\": \"a\"'                            | this is not JSON",
                "'{\n  artefact: 1}'                                   | line 2: this is not JSON",
                "'{}\n{}'                                              | line 2: there is something after the end",
                "'[]'                                                  | line 1: this is not a JSON object",
                "''                                                    | line 1: this is not a JSON object"
            })
    void whatIsWrongIsToldWithItsLineAndField(String json, String message) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> read(json));

        assertEquals(ExitCode.ENVIRONMENT, failure.exitCode());
        String told = String.valueOf(failure.getMessage());
        assertTrue(told.contains(message), told);
        assertTrue(told.contains("config.json"), told);
    }

    private ReaderSettings read(String json) throws IOException {
        Path file = directory.resolve("config.json");
        Files.writeString(file, json);
        return ReaderSettings.read(file);
    }
}
