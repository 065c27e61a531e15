package io.lintel.cli.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.TextFile;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a reader's installer sets at the door, as JSON. What the site says is another file, the artefact.
 *
 * @param artefact the artefact's path, seen from the settings' directory
 * @param listen where to listen
 * @param output how a grant is told to the panel, where this door differs from what the site says
 */
record ReaderSettings(Path artefact, HostAndPort listen, Optional<WiegandOutput> output) {
    /** The name of the file that {@code reader enroll} writes. */
    static final String NAME = "config.json";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static ReaderSettings standard() {
        return new ReaderSettings(Path.of(ArtefactFile.NAME), ReaderRun.DEFAULT_ADDRESS, Optional.empty());
    }

    /** The JSON that {@link #read} reads, without an output of its own. */
    String json() {
        return """
            {
              "artefact": "%s",
              "listen": "%s"
            }
            """.formatted(artefact, listen);
    }

    /** Reads a file; whatever is wrong in it is told with its line and field. */
    static ReaderSettings read(Path file) {
        String text = TextFile.read(file, "Enroll the reader first: lintel reader enroll --dir DIR");
        Fields fields = new Fields(file);
        try (JsonParser json = FACTORY.createParser(text)) {
            fields.readAll(json);
        } catch (JsonParseException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw fields.wrong(line, "", "this is not JSON" + duplicate(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields.settings();
    }

    private static String duplicate(JsonParseException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field") ? ", a field is there twice" : "";
    }

    /** The fields as they come. */
    private static final class Fields {
        private final Path file;
        private Path artefact = standard().artefact();
        private HostAndPort listen = standard().listen();
        private Optional<WiegandFormat> wiegand = Optional.empty();
        private OptionalInt facility = OptionalInt.empty();
        private int facilityLine = 1;

        Fields(Path file) {
            this.file = file;
        }

        void readAll(JsonParser json) throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong(1, "", "this is not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                read(field, value, json.getText(), json.currentTokenLocation().getLineNr());
            }
            if (json.nextToken() != null) {
                throw wrong(json.currentTokenLocation().getLineNr(), "", "there is something after the end");
            }
        }

        private void read(String field, JsonToken value, String text, int line) {
            boolean number = field.equals("facility");
            if (value != (number ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING)) {
                throw wrong(line, field, "the value is not a " + (number ? "whole number" : "string"));
            }
            try {
                switch (field) {
                    case "artefact" -> artefact = Path.of(text);
                    case "listen" -> listen = address(text, line);
                    case "wiegand" -> wiegand = Optional.of(WiegandFormat.valueOf(text));
                    case "facility" -> {
                        facility = OptionalInt.of(Integer.parseInt(text));
                        facilityLine = line;
                    }
                    default -> throw wrong(line, field, "there is no such field");
                }
            } catch (IllegalArgumentException e) {
                throw wrong(
                        line,
                        field,
                        field.equals("wiegand")
                                ? "the value is not one of " + Arrays.toString(WiegandFormat.values())
                                : "the value does not fit");
            }
        }

        private HostAndPort address(String text, int line) {
            try {
                return HostAndPort.parse(text);
            } catch (CommandFailure notAnAddress) {
                throw wrong(line, "listen", String.valueOf(notAnAddress.getMessage()));
            }
        }

        ReaderSettings settings() {
            if (wiegand.isEmpty() && facility.isPresent()) {
                throw wrong(facilityLine, "facility", "it needs a field \"wiegand\" beside it");
            }
            try {
                return new ReaderSettings(artefact, listen, wiegand.map(format -> new WiegandOutput(format, facility)));
            } catch (IllegalArgumentException e) {
                throw wrong(facilityLine, "facility", String.valueOf(e.getMessage()));
            }
        }

        CommandFailure wrong(int line, String field, String why) {
            return CommandFailure.environment(
                    "cli.bad-configuration",
                    "In " + file + ", line " + line + (field.isEmpty() ? "" : ", field \"" + field + "\"") + ": " + why
                            + ". Correct the file, or write a new one with: lintel reader enroll");
        }
    }
}
