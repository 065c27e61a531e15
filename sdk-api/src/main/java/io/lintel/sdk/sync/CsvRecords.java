package io.lintel.sdk.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the lines of a CSV file one by one (RFC 4180), with a bound on each. After a line that is not right it goes on with the
 * next one, so that every bad line is found.
 */
final class CsvRecords {

    /** The most characters of one line, its line breaks within quotes included. */
    static final int MAX_LINE = 8192;

    private static final int END = -1;
    private static final int NOTHING = -2;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char UNREADABLE = '\uFFFD';

    /** What stands where a line is not right. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * One line, as the file's readers call it: it may take several where quotes hold line breaks.
     *
     * @param number of its first line, from 1
     * @param fields as they stand there, without quotes
     * @param problem what is wrong with it; then the fields are not complete
     */
    record Line(long number, List<String> fields, Optional<String> problem) {}

    private final BufferedReader in;
    private int ahead = NOTHING;
    private long line = 1;
    private int separator = END;
    private int length;

    CsvRecords(InputStream octets) throws IOException {
        in = new BufferedReader(new InputStreamReader(
                octets,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        if (peek() == BYTE_ORDER_MARK) {
            ahead = NOTHING;
        }
    }

    /** Returns the next line that is not empty, or nothing at the end. */
    Optional<Line> next() throws IOException {
        while (true) {
            long number = line;
            List<String> fields = new ArrayList<>();
            int before = ahead;
            length = 0;
            in.mark(2 * MAX_LINE);
            try {
                if (peek() == END) {
                    return Optional.empty();
                }
                if (separator == END) {
                    separator = findSeparator(fields);
                } else {
                    readFields(fields);
                }
            } catch (Malformed e) {
                in.reset();
                ahead = before;
                line = number;
                skipLine();
                return Optional.of(new Line(number, fields, Optional.of(String.valueOf(e.getMessage()))));
            }
            if (fields.size() > 1 || !fields.get(0).isBlank()) {
                return Optional.of(new Line(number, fields, Optional.empty()));
            }
        }
    }

    /** The names of columns hold neither separator nor quote, so the first line tells by itself which one it is. */
    private int findSeparator(List<String> fields) throws IOException, Malformed {
        StringBuilder text = new StringBuilder();
        for (int c = take(); c != END && c != '\n'; c = take()) {
            if (c != '\r') {
                text.append((char) c);
            }
        }
        String found = text.indexOf(";") >= 0 ? ";" : ",";
        for (String field : text.toString().split(found, -1)) {
            String name = field.strip();
            boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
            fields.add(quoted ? name.substring(1, name.length() - 1) : name);
        }
        return text.toString().isBlank() ? END : found.charAt(0);
    }

    private void readFields(List<String> fields) throws IOException, Malformed {
        int end;
        do {
            StringBuilder field = new StringBuilder();
            if (peek() == '"') {
                take();
                readQuoted(field);
                end = endOfField();
            } else {
                end = readBare(field);
            }
            fields.add(field.toString());
        } while (end == separator);
    }

    private int readBare(StringBuilder field) throws IOException, Malformed {
        while (true) {
            int c = take();
            if (c == separator || c == '\n' || c == END) {
                return c;
            }
            if (c == '\r' && peek() == '\n') {
                return take();
            }
            if (c == '"') {
                throw new Malformed("a quote stands within a field; put the field in quotes and double the quote");
            }
            field.append((char) c);
        }
    }

    private void readQuoted(StringBuilder field) throws IOException, Malformed {
        while (true) {
            int c = take();
            if (c == END) {
                throw new Malformed("a quote that opens here is never closed");
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                take();
            }
            field.append((char) c);
        }
    }

    private int endOfField() throws IOException, Malformed {
        int c = take();
        if (c == '\r' && peek() == '\n') {
            c = take();
        }
        if (c != separator && c != '\n' && c != END) {
            throw new Malformed("something follows the closing quote of a field; double a quote that belongs to it");
        }
        return c;
    }

    private int peek() throws IOException {
        if (ahead == NOTHING) {
            ahead = in.read();
        }
        return ahead;
    }

    private int read() throws IOException {
        int c = peek();
        ahead = NOTHING;
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int take() throws IOException, Malformed {
        int c = read();
        if (c == UNREADABLE) {
            throw new Malformed("the text is not UTF-8; save the file as UTF-8");
        }
        if (c != END && ++length > MAX_LINE) {
            throw new Malformed("the line is longer than " + MAX_LINE + " characters, or a quote is not closed");
        }
        return c;
    }

    /** Whatever is wrong with a line, the next one begins at the next line break. */
    private void skipLine() throws IOException {
        int c = read();
        while (c != '\n' && c != END) {
            c = read();
        }
    }
}
