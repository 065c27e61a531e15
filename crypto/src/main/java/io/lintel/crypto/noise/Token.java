package io.lintel.crypto.noise;

import java.util.Locale;

/** A step of a handshake message (Noise rev. 34, sections 7.1 and 9.3). */
enum Token {
    E,
    S,
    EE,
    ES,
    SE,
    SS,
    PSK;

    /** Whether the token is a Diffie-Hellman operation. */
    boolean isAgreement() {
        return this == EE || this == ES || this == SE || this == SS;
    }

    /** Whether, in an agreement, that side uses its static key; the first letter is the initiator's. */
    boolean usesStaticOf(Role role) {
        return role == Role.INITIATOR ? this == SE || this == SS : this == ES || this == SS;
    }

    static Token of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
