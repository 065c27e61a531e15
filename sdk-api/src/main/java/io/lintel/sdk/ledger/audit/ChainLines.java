package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.json.InvalidJsonException;
import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an export line by line. Holds one line, and no line of more than 64 thousand characters. */
final class ChainLines implements AutoCloseable {

    private static final int MAX_LENGTH = 64 * 1024;

    private final BufferedReader reader;
    private long number;

    ChainLines(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
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
        reader.mark(1);
        boolean end = reader.read() < 0;
        if (!end) {
            reader.reset();
        }
        return end;
    }

    private String text() throws IOException, Finding {
        StringBuilder line = new StringBuilder();
        for (int next = reader.read(); next >= 0 && next != '\n'; next = reader.read()) {
            if (line.length() == MAX_LENGTH) {
                throw new Finding(Fault.NOT_AN_ENTRY, "the line has more than " + MAX_LENGTH + " characters");
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
