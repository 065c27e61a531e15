package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.wire.ColdMessage;
import io.lintel.protocol.wire.ColdPayload;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerKeys;
import io.lintel.protocol.wire.OpenerPayload;
import io.lintel.protocol.wire.TapSecret;

/** The phone's half of one cold tap (spec/protocol.md 4), of which a case may spoil any part. */
final class PhoneEnd implements AutoCloseable {
    /** What a tap says of its gesture unless a case says otherwise. */
    static final Intent GESTURE = Intent.of(Trigger.LIST);

    private final Material material;
    private final CryptoSuite suite;
    private final Bytes opener;
    private final OpenerHeader header;
    private final OpenerKeys keys;
    private final HandshakeState handshake;
    private final Bytes payload;

    private PhoneEnd(
            Material material,
            Transport transport,
            CryptoSuite suite,
            Bytes opener,
            DhKeyPair holder,
            DhKeyPair ephemeral) {
        this.material = material;
        this.suite = suite;
        this.opener = opener;
        this.header = OpenerHeader.decode(opener);
        this.keys = new OpenerKeys(suite, material.projectKey().key(), header.nonce());
        try (SecretBytes psk = keys.psk()) {
            this.handshake = HandshakeState.builder("KXpsk0", suite.noise(), Role.RESPONDER)
                    .prologue(OpenerHeader.context(transport), opener.slice(0, Lengths.HEADER))
                    .localStatic(holder)
                    .remoteStatic(suite.dhPublicKey(material.reader().dhKey()))
                    .ephemerals(() -> ephemeral)
                    .psk(psk)
                    .build();
        }
        this.payload = handshake.readMessage(opener.slice(Lengths.HEADER, opener.size()));
    }

    /** Reads an opener with the holder key that the phone will show. */
    static PhoneEnd of(Material material, Transport transport, Bytes opener, DhKeyPair holder) {
        return of(
                material,
                transport,
                material.suite(),
                opener,
                holder,
                material.suite().generateDhKeyPair());
    }

    /** Reads an opener for a phone whose holder key or ephemeral key, {@code bad}, is a point of small order. */
    static PhoneEnd withZeros(
            Material material,
            Transport transport,
            Bytes opener,
            DhKeyPair holder,
            DhKeyPair ephemeral,
            DhKeyPair bad) {
        CryptoSuite genuine = material.suite();
        CryptoSuite zeros = genuine.withDiffieHellman(new ZeroAgreement(genuine.diffieHellman(), bad.privateKey()));
        return of(material, transport, zeros, opener, holder, ephemeral);
    }

    private static PhoneEnd of(
            Material material,
            Transport transport,
            CryptoSuite suite,
            Bytes opener,
            DhKeyPair holder,
            DhKeyPair ephemeral) {
        OpenerCases.requireForm(material, opener);
        try {
            return new PhoneEnd(material, transport, suite, opener, holder, ephemeral);
        } catch (CryptoException doesNotOpen) {
            throw new Mismatch(
                    "TAP-4.2-6",
                    "an opener that opens with this reader's key, the project key and the prologue of " + transport,
                    "one that does not: " + opener.toHex());
        }
    }

    /** Returns what the opener's payload says. */
    OpenerPayload payload() {
        try {
            return OpenerPayload.decode(payload);
        } catch (MalformedException reserved) {
            throw new Mismatch("TAP-4.2-5", "nine octets, reserved flags 0", "the payload " + payload.toHex());
        }
    }

    /** Returns the octets of the opener's payload. */
    Bytes payloadOctets() {
        return payload;
    }

    /** Returns the header of the opener. */
    OpenerHeader header() {
        return header;
    }

    /** Returns the cold message with a whole credential. */
    Bytes whole(Bytes credential, Intent intent) {
        return cold(new ColdPayload.Whole(intent, credential).encode());
    }

    /** Returns the cold message with a reference. */
    Bytes reference(Bytes credential, Intent intent) {
        return cold(new ColdPayload.Reference(intent, suite.sha256(credential).slice(0, Lengths.REFERENCE)).encode());
    }

    /** Returns the cold message with a payload of any octets. */
    Bytes cold(Bytes coldPayload) {
        Bytes noise = handshake.writeMessage(coldPayload);
        Bytes gate = keys.gate(opener, noise.slice(0, suite.id().dhKeySize()));
        return new ColdMessage(gate, noise).encode();
    }

    /** Returns octets that look like a cold message: the gate is right for an ephemeral key, and nothing behind it is. */
    Bytes coldWithEphemeral(Bytes ephemeral) {
        int rest = Lengths.coldWithCredential(suite.id()) - Lengths.KIND - Lengths.GATE - ephemeral.size();
        return new ColdMessage(keys.gate(opener, ephemeral), Bytes.concat(ephemeral, Bytes.copyOf(new byte[rest])))
                .encode();
    }

    /** Returns the tap's session; there is one once the cold message was made. */
    EncryptedSession session() {
        return EncryptedSession.ofPhone(suite, TapSecret.ofCold(suite, handshake));
    }

    /** Returns the key that seals the certificate. */
    SecretBytes certificateKey() {
        return keys.certificateKey();
    }

    Material material() {
        return material;
    }

    @Override
    public void close() {
        handshake.close();
        keys.close();
    }
}
