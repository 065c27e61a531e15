package io.lintel.sdk.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads the frame of a file of readers; {@link ReaderEntryParser} reads one reader. */
final class ReaderFileParser {

    private final JsonParser json;
    private final ReaderFile.Visitor visitor;
    private boolean format;
    private boolean version;
    private boolean readers;

    ReaderFileParser(JsonParser json, ReaderFile.Visitor visitor) {
        this.json = json;
        this.visitor = visitor;
    }

    void read() throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                problem("the file is not a JSON object; export it again");
                return;
            }
            frame();
            if (json.nextToken() != null) {
                problem("there is something behind the end of the JSON object; remove it");
            }
        } catch (JsonProcessingException e) {
            notJson(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), visitor);
        }
    }

    static void notJson(long line, ReaderFile.Visitor visitor) {
        visitor.problem(
                line,
                "this is not JSON, it ends too early, it names a field twice, or a value is too long; nothing after it"
                        + " was read");
    }

    private void frame() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "format" -> format = is(ReaderFile.FORMAT.equals(text()), "format is " + ReaderFile.FORMAT);
                case "version" -> version = is(isVersion(), "version is " + ReaderFile.VERSION);
                case "readers" -> readers();
                default -> {
                    problem("there is no such field; the file has format, version and readers");
                    json.skipChildren();
                }
            }
        }
        if (!readers) {
            problem("the file has no readers; it needs the fields format, version and readers, in this order");
        }
    }

    private void readers() throws IOException {
        readers = true;
        if (!format || !version) {
            problem("format and version come before readers");
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            problem("readers is a list");
            json.skipChildren();
            return;
        }
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count++;
            if (count == ReaderFile.MAX_READERS + 1) {
                problem("the file has more than " + ReaderFile.MAX_READERS + " readers; split it");
            }
            if (json.currentToken() != JsonToken.START_OBJECT) {
                problem("a reader is a JSON object");
                json.skipChildren();
            } else {
                new ReaderEntryParser(json, visitor).read();
            }
        }
    }

    private boolean is(boolean holds, String rule) throws IOException {
        if (!holds) {
            problem(rule);
            json.skipChildren();
        }
        return holds;
    }

    private String text() throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
    }

    private boolean isVersion() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getIntValue() == ReaderFile.VERSION;
    }

    private void problem(String what) {
        visitor.problem(json.currentTokenLocation().getLineNr(), what);
    }
}
