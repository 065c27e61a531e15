package io.lintel.conformance.phone;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.ColdMessage;
import io.lintel.protocol.wire.ColdPayload;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerKeys;
import io.lintel.protocol.wire.Padding;
import io.lintel.protocol.wire.Sealed;
import io.lintel.protocol.wire.TapSecret;
import java.util.function.Supplier;

/** The reader's half of one tap (spec/protocol.md 4), of which a case may spoil any part. */
final class ReaderEnd implements AutoCloseable {
    private final Material material;
    private final CryptoSuite suite;
    private final OpenerKeys keys;
    private final HandshakeState handshake;
    private final Bytes opener;

    private ReaderEnd(
            Material material,
            Transport transport,
            DhKeyPair reader,
            Supplier<DhKeyPair> ephemerals,
            Bytes nonce,
            Bytes payload) {
        this.material = material;
        this.suite = material.suite();
        this.keys = new OpenerKeys(suite, material.projectKey().key(), nonce);
        Bytes header = new OpenerHeader(
                        suite.id().id(),
                        material.projectKey().epoch(),
                        material.trust().project().tag(),
                        OpenerHeader.readerTag(suite, reader.publicKey().encoded()),
                        nonce)
                .encode();
        try (SecretBytes psk = keys.psk()) {
            this.handshake = HandshakeState.builder("KXpsk0", suite.noise(), Role.INITIATOR)
                    .prologue(OpenerHeader.context(transport), header)
                    .localStatic(reader)
                    .ephemerals(ephemerals)
                    .psk(psk)
                    .build();
        }
        this.opener = Bytes.concat(header, handshake.writeMessage(payload));
    }

    /** Makes an opener of a reader with nine octets of payload, whatever they are. */
    static ReaderEnd of(Material material, Transport transport, DhKeyPair reader, Bytes nonce, Bytes payload) {
        return of(material, transport, reader, material.suite()::generateDhKeyPair, nonce, payload);
    }

    /** Makes an opener with an ephemeral key of the case's choice. */
    static ReaderEnd of(
            Material material,
            Transport transport,
            DhKeyPair reader,
            Supplier<DhKeyPair> ephemerals,
            Bytes nonce,
            Bytes payload) {
        return new ReaderEnd(material, transport, reader, ephemerals, nonce, payload);
    }

    Bytes opener() {
        return opener;
    }

    /** Returns the certificate message for any octets, padded. */
    Bytes certificate(Bytes padded) {
        try (SecretBytes key = keys.certificateKey()) {
            return Sealed.seal(suite, key, MessageKind.CERTIFICATE, padded);
        }
    }

    Bytes certificate() {
        return certificate(Padding.pad(material.certificate(), Lengths.CERTIFICATE));
    }

    /**
     * A cold message, read.
     *
     * @param ephemeral the phone's ephemeral key
     */
    record Cold(ColdPayload payload, Bytes ephemeral, EncryptedSession session) implements AutoCloseable {
        @Override
        public void close() {
            session.close();
        }
    }

    /** Reads a cold message as section 4.3 says. */
    Cold cold(Bytes message) {
        ColdMessage cold;
        try {
            cold = ColdMessage.decode(suite.id(), message);
        } catch (MalformedException malformed) {
            throw new Mismatch("TAP-3-2", "a cold message of one of its two lengths", message.toHex());
        }
        Bytes ephemeral = cold.ephemeral(suite.id());
        Mismatch.unless(
                cold.gate().equals(keys.gate(opener, ephemeral)),
                "TAP-4.3-5",
                "the gate " + keys.gate(opener, ephemeral).toHex(),
                "the message " + message.toHex());
        try {
            Bytes payload = handshake.readMessage(cold.noise());
            Bytes shown = handshake.remoteStatic().orElseThrow().encoded();
            Mismatch.unless(
                    shown.equals(material.phone().key().publicKey().encoded()),
                    "TAP-4.3-7",
                    "the holder key that the trial's phone was loaded with",
                    "the key " + shown.toHex());
            return new Cold(
                    ColdPayload.decode(payload),
                    ephemeral,
                    EncryptedSession.ofReader(suite, TapSecret.ofCold(suite, handshake)));
        } catch (CryptoException doesNotOpen) {
            throw new Mismatch("TAP-4.3-9", "a cold message that opens", message.toHex());
        } catch (MalformedException malformed) {
            throw new Mismatch(
                    "TAP-4.4-1", "a cold payload within its bounds", "a value out of them: " + malformed.getMessage());
        }
    }

    @Override
    public void close() {
        handshake.close();
        keys.close();
    }
}
