package io.lintel.protocol.statement;

import java.util.Optional;

/**
 * The colour that a reader is flashed for and a credential is made for (TEC-01, TEC-04). A reader has exactly one; a
 * credential opens only readers of its own.
 */
public enum Technology {
    /** The site does not use colours. It matches itself alone, not every colour. */
    NONE(0),
    /** Blue. */
    BLUE(1),
    /** Green. */
    GREEN(2);

    private final int code;

    Technology(int code) {
        this.code = code;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the technology with that number on the wire, or nothing. */
    public static Optional<Technology> ofCode(int code) {
        for (Technology technology : values()) {
            if (technology.code == code) {
                return Optional.of(technology);
            }
        }
        return Optional.empty();
    }
}
