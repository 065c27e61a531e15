package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.json.InvalidJsonException;
import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an export line by line. Holds one line, and no line of more than 64 thousand characters. */
final class ChainLines implements AutoCloseable {

    private static final int MAX_LENGTH = 64 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[MAX_LENGTH];
    private int from;
    private int to;
    private long number;

    ChainLines(InputStream in) {
        reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** The next line, or nothing at the end. */
    Optional<ChainLine> next() throws IOException, Finding {
        number++;
        try {
            String text = text();
            return text.isEmpty() && atEnd() ? Optional.empty() : Optional.of(StrictJson.read(text, ChainLine.class));
        } catch (CharacterCodingException e) {
            throw new Finding(Fault.NOT_AN_ENTRY, "the line is not UTF-8");
        } catch (InvalidJsonException e) {
            throw new Finding(Fault.NOT_AN_ENTRY, "the line is no entry of a ledger: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean atEnd() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return from == to;
    }

    private String text() throws IOException, Finding {
        StringBuilder line = new StringBuilder();
        while (!atEnd()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, from, end - from);
            if (line.length() > MAX_LENGTH) {
                throw new Finding(Fault.NOT_AN_ENTRY, "the line has more than " + MAX_LENGTH + " characters");
            }
            from = end;
            if (end < to) {
                from++;
                return line.toString();
            }
        }
        return line.toString();
    }
}
