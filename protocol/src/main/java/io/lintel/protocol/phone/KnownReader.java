package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhPublicKey;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Signed;

/**
 * A reader whose certificate was verified, with what a tap needs of it, made once.
 *
 * @param signed its certificate
 * @param key its static key, parsed: a point of P-256 is dear to decode
 * @param fingerprint the {@link ReaderCertificate#keyFingerprint()}
 */
record KnownReader(Signed<ReaderCertificate> signed, DhPublicKey key, Bytes fingerprint) {

    /**
     * Parses the key of a certificate that was verified.
     *
     * @throws io.lintel.crypto.CryptoException if it is no key
     */
    static KnownReader of(CryptoSuite suite, Signed<ReaderCertificate> verified) {
        ReaderCertificate certificate = verified.value();
        return new KnownReader(verified, suite.dhPublicKey(certificate.dhKey()), certificate.keyFingerprint());
    }

    ReaderCertificate certificate() {
        return signed.value();
    }
}
