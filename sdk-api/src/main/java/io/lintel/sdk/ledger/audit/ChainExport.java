package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.ledger.ChainEntry;
import java.io.IOException;

/** Writes chain entries as JSON lines: one entry, one line ({@code spec/ledger.md} 5). */
public final class ChainExport {

    private ChainExport() {}

    /** Writes one entry and a line feed. */
    public static void write(ChainEntry entry, Appendable out) throws IOException {
        out.append(line(entry)).append('\n');
    }

    /** One entry as JSON, on one line, without a line feed. */
    public static String line(ChainEntry entry) {
        return StrictJson.writeLine(ChainLine.of(entry));
    }
}
