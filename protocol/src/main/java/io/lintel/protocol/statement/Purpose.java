package io.lintel.protocol.statement;

import java.util.Optional;

/** What an issuing key may sign: one key has one purpose, so that a stolen one forges nothing else. */
public enum Purpose {
    /** Signs {@link Credential}. */
    CREDENTIAL(1),
    /** Signs {@link ReaderCertificate}. */
    READER(2),
    /** Signs {@link RevocationList} and {@link ListHead}. */
    LIST(3),
    /** Signs {@link ReaderConfigurationStatement}. */
    CONFIGURATION(4);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the purpose with that number on the wire, or nothing. */
    public static Optional<Purpose> ofCode(int code) {
        for (Purpose purpose : values()) {
            if (purpose.code == code) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
