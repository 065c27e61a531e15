package io.lintel.protocol.statement;

import io.lintel.crypto.SigningPublicKey;
import java.time.Instant;

/** A verified issuing key, parsed and ready to verify with. */
record Issuer(Signed<IssuingKey> statement, SigningPublicKey key) {
    boolean is(Purpose purpose, int epoch) {
        return statement.value().purpose() == purpose && statement.value().epoch() == epoch;
    }

    boolean sharesRoleWith(Issuer other) {
        return is(other.statement.value().purpose(), other.statement.value().epoch());
    }

    boolean isNewerThan(Issuer other) {
        return statement.value().issued().isAfter(other.statement.value().issued());
    }

    /**
     * Whether a statement issued then is believed now. Once the key has expired nothing is, because whoever holds it then
     * could backdate; {@code now} may lie before the key's own time, because a reader's clock may lag.
     */
    boolean covers(Instant issued, Instant now) {
        IssuingKey permission = statement.value();
        return now.isBefore(permission.expires())
                && !issued.isBefore(permission.issued())
                && issued.isBefore(permission.expires());
    }
}
