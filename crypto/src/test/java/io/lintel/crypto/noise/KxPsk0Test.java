package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.StraightLineKxPsk0.Inputs;
import io.lintel.crypto.noise.StraightLineKxPsk0.Outputs;
import java.security.GeneralSecurityException;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The tap's own pattern, which the published vectors lack, against a checker that shares nothing with the core. */
class KxPsk0Test {
    @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
    void agreesWithTheStraightLineChecker(
            @ForAll Suite suite,
            @ForAll @Size(max = 40) byte[] prologue,
            @ForAll @Size(32) byte[] psk,
            @ForAll @Size(max = 200) byte[] firstPayload,
            @ForAll @Size(max = 200) byte[] secondPayload)
            throws GeneralSecurityException {
        CryptoSuite crypto = NoiseSuites.of(suite);
        DhKeyPair readerStatic = crypto.generateDhKeyPair();
        DhKeyPair readerEphemeral = crypto.generateDhKeyPair();
        DhKeyPair phoneStatic = crypto.generateDhKeyPair();
        DhKeyPair phoneEphemeral = crypto.generateDhKeyPair();
        Outputs expected = StraightLineKxPsk0.run(new Inputs(
                suite,
                Bytes.copyOf(prologue),
                Bytes.copyOf(psk),
                privateOf(readerStatic),
                privateOf(readerEphemeral),
                privateOf(phoneStatic),
                privateOf(phoneEphemeral),
                Bytes.copyOf(firstPayload),
                Bytes.copyOf(secondPayload)));

        HandshakeState reader = HandshakeState.builder("KXpsk0", crypto.noise(), Role.INITIATOR)
                .prologue(Bytes.copyOf(prologue))
                .localStatic(readerStatic)
                .localEphemeral(readerEphemeral)
                .psk(SecretBytes.copyOf(psk))
                .build();
        HandshakeState phone = HandshakeState.builder("KXpsk0", crypto.noise(), Role.RESPONDER)
                .prologue(Bytes.copyOf(prologue))
                .localStatic(phoneStatic)
                .remoteStatic(crypto.dhPublicKey(readerStatic.publicKey().encoded()))
                .localEphemeral(phoneEphemeral)
                .psk(SecretBytes.copyOf(psk))
                .build();

        assertEquals(expected.first(), reader.writeMessage(Bytes.copyOf(firstPayload)));
        assertEquals(Bytes.copyOf(firstPayload), phone.readMessage(expected.first()));
        assertEquals(expected.second(), phone.writeMessage(Bytes.copyOf(secondPayload)));
        assertEquals(Bytes.copyOf(secondPayload), reader.readMessage(expected.second()));
        assertEquals(Optional.of(phoneStatic.publicKey()), reader.remoteStatic());
        assertSameEnd(expected, reader, phone);
    }

    private static void assertSameEnd(Outputs expected, HandshakeState reader, HandshakeState phone)
            throws GeneralSecurityException {
        assertEquals(expected.handshakeHash(), reader.handshakeHash());
        assertEquals(expected.handshakeHash(), phone.handshakeHash());
        Bytes exported = StraightLineKxPsk0.export(expected, "ranging");
        assertEquals(
                exported, Bytes.copyOf(reader.export(Bytes.utf8("ranging"), 32).copy()));
        assertEquals(
                exported, Bytes.copyOf(phone.export(Bytes.utf8("ranging"), 32).copy()));
        Transport readerSide = reader.split();
        Transport phoneSide = phone.split();
        Bytes text = Bytes.utf8("granted");
        for (int i = 0; i < 3; i++) {
            assertEquals(sealed(expected.readerKey(), i, text), readerSide.write(text));
            assertEquals(sealed(expected.phoneKey(), i, text), phoneSide.write(text));
        }
    }

    private static Bytes sealed(Bytes key, int nonce, Bytes text) throws GeneralSecurityException {
        return Bytes.copyOf(StraightLineKxPsk0.seal(key.toByteArray(), nonce, new byte[0], text.toByteArray()));
    }

    private static Bytes privateOf(DhKeyPair pair) {
        try (SecretBytes encoded = pair.privateKey().encoded()) {
            return Bytes.copyOf(encoded.copy());
        }
    }
}
