package io.lintel.sdk.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.MacAddress;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.TreeSet;

/**
 * The JSON file of readers: what an app or a manager exports and a manager imports ({@code RDR-11} to {@code RDR-14}). Its
 * form is {@code spec/readers.md} and {@code spec/readers.schema.json}.
 *
 * <p>Reading and writing take memory for one reader, however long the file. Neither closes its stream.
 */
public final class ReaderFile {

    /** What the file says of itself. */
    public static final String FORMAT = "lintel-readers";

    /** The version of the form. */
    public static final int VERSION = 1;

    /** The most readers of a file. */
    public static final int MAX_READERS = 100_000;

    private static final int MAX_TEXT = 1024;
    private static final int MAX_DEPTH = 5;
    private static final int MAX_NUMBER = 10;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_TEXT)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNestingDepth(MAX_DEPTH)
                    .build())
            .build();

    /** Gets what a file holds, in its order. */
    public interface Visitor {

        /** A reader, whose object begins on this line. */
        void reader(long line, ReaderEntry entry);

        /** Something that is wrong; the sentence quotes no value. */
        void problem(long line, String what);
    }

    private ReaderFile() {}

    /**
     * Reads a file and hands out every reader that is well formed and everything that is wrong. Where the text is no JSON, it ends
     * with that problem.
     *
     * @throws IOException if the stream fails
     */
    public static void read(InputStream in, Visitor visitor) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            new ReaderFileParser(json, visitor).read();
        } catch (CharConversionException e) {
            // Octets that look like UTF-32 and are not, from the first one on or later: the text's fault, not the
            // stream's.
            ReaderFileParser.notJson(1, visitor);
        }
    }

    /** A file that is being written: open it, add readers, close it. */
    public static final class Writer implements AutoCloseable {

        private final JsonGenerator json;

        /** Begins a file. */
        public Writer(OutputStream out) throws IOException {
            json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("readers");
        }

        /** Adds a reader. */
        public void add(ReaderEntry entry) throws IOException {
            json.writeStartObject();
            json.writeStringField("name", entry.name());
            text("readerId", entry.readerId().orElse(""));
            text("mac", entry.mac().map(MacAddress::text).orElse(""));
            text("fingerprint", entry.fingerprint().map(Bytes::toHex).orElse(""));
            if (entry.groups().isPresent()) {
                json.writeArrayFieldStart("groups");
                for (int group : new TreeSet<>(entry.groups().get())) {
                    json.writeNumber(group);
                }
                json.writeEndArray();
            }
            text("technology", entry.technology().map(Enum::name).orElse(""));
            text(
                    "identificationFromApp",
                    entry.identificationFromApp().map(Enum::name).orElse(""));
            text("oneTap", entry.oneTap().map(Enum::name).orElse(""));
            if (entry.signalPercent().isPresent()) {
                json.writeNumberField("signalPercent", entry.signalPercent().getAsInt());
            }
            if (entry.oneTapPercent().isPresent()) {
                json.writeNumberField("oneTapPercent", entry.oneTapPercent().getAsInt());
            }
            json.writeEndObject();
        }

        /** Ends the file; the stream stays open. */
        @Override
        public void close() throws IOException {
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            json.close();
        }

        private void text(String field, String value) throws IOException {
            if (!value.isEmpty()) {
                json.writeStringField(field, value);
            }
        }
    }
}
