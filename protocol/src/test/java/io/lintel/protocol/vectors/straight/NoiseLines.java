package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/**
 * The values that a handshake carries along, as section 2.3 writes them.
 *
 * @param ck the chaining key
 * @param h the handshake hash
 * @param k the cipher key that was mixed last
 */
public record NoiseLines(Bytes ck, Bytes h, Bytes k) {

    /** Begins with the protocol's name, filled up with zeros to 32 octets. */
    static NoiseLines begin(String protocolName) {
        byte[] name = new byte[32];
        Bytes.utf8(protocolName).copyTo(name, 0);
        return new NoiseLines(Bytes.copyOf(name), Bytes.copyOf(name), Bytes.EMPTY);
    }

    NoiseLines mixHash(Bytes data) {
        return new NoiseLines(ck, Plain.sha256(h, data), k);
    }

    NoiseLines mixKey(Bytes input) {
        Bytes temporary = Plain.hmac(ck, input);
        Bytes first = Plain.hmac(temporary, Bytes.of(1));
        return new NoiseLines(first, h, Plain.hmac(temporary, first, Bytes.of(2)));
    }

    NoiseLines mixKeyAndHash(Bytes psk) {
        Bytes temporary = Plain.hmac(ck, psk);
        Bytes first = Plain.hmac(temporary, Bytes.of(1));
        Bytes second = Plain.hmac(temporary, first, Bytes.of(2));
        Bytes third = Plain.hmac(temporary, second, Bytes.of(3));
        return new NoiseLines(first, Plain.sha256(h, second), third);
    }

    /** Returns AEAD(k, 0, h, plaintext), which the caller mixes into h. */
    Bytes seal(Bytes plaintext) {
        return Plain.seal(k, 0, h, plaintext);
    }

    Bytes open(Bytes ciphertext) {
        return Plain.open(k, 0, h, ciphertext);
    }
}
