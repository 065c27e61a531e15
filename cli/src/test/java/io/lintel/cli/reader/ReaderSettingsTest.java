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
        assertEquals(WiegandFormat.H10304, settings.output().orElseThrow().format());
        assertEquals(OptionalInt.of(65_535), settings.output().orElseThrow().facility());
    }

    /** In the rows, an apostrophe stands for a quotation mark and a tilde for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{~'listen': 7401}`                       | line 2, field 'listen': the value is not a string",
                "`{~~'colour': 'blue'}`                    | line 3, field 'colour': there is no such field",
                "`{~'wiegand': 'H1'}`                      | line 2, field 'wiegand': the value is not one of [H10301,"
                        + " H10306, H10302, H10304]",
                "`{~'facility': '1'}`                      | line 2, field 'facility': the value is not a whole number",
                "`{~'wiegand': 'H10301',~'facility': 256}` | line 3, field 'facility': H10301 has facility codes 0 to"
                        + " 255",
                "`{~'facility': 99999999999}`              | line 2, field 'facility': the value does not fit",
                "`{~'listen': 'here'}`                     | line 2, field 'listen': 'here' is not an address",
                "`{~'artefact': {}}`                       | line 2, field 'artefact': the value is not a string",
                "`{~'artefact': 'a',~'artefact': 'b'}`     | a field is there twice",
                "`{~'artefact': 'a'`                       | this is not JSON",
                "`{~artefact: 1}`                          | line 2: this is not JSON",
                "`{}~{}`                                   | line 2: there is something after the end",
                "`[]`                                      | line 1: this is not a JSON object",
                "``                                        | line 1: this is not a JSON object"
            })
    void whatIsWrongIsToldWithItsLineAndField(String json, String message) {
        String written = json.replace('\'', '"').replace('~', '\n');
        CommandFailure failure = assertThrows(CommandFailure.class, () -> read(written));

        assertEquals(ExitCode.ENVIRONMENT, failure.exitCode());
        String told = String.valueOf(failure.getMessage());
        assertTrue(told.contains(message.replace('\'', '"')), told);
        assertTrue(told.contains("config.json"), told);
    }

    private ReaderSettings read(String json) throws IOException {
        Path file = directory.resolve("config.json");
        Files.writeString(file, json);
        return ReaderSettings.read(file);
    }
}
