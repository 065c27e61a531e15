package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.json.InvalidJsonException;
import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.ledger.ChainEntry;
import java.util.function.UnaryOperator;

/** A forger who knows the format: puts the hash that fits into an entry that was changed. */
final class Rehash {

    private Rehash() {}

    /** The line with the hash of its content; a line that is no entry stays as it is. */
    static String line(String forged) {
        try {
            return ChainExport.line(StrictJson.read(forged, ChainLine.class).entry());
        } catch (InvalidJsonException | IllegalArgumentException e) {
            return forged;
        }
    }

    static ChainEntry entry(ChainEntry entry, UnaryOperator<String> change) {
        return StrictJson.read(change.apply(ChainExport.line(entry)), ChainLine.class)
                .entry();
    }
}
