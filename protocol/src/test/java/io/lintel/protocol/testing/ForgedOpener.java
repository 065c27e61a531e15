package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerKeys;

/** An opener that anybody with the project key can make in any reader's name: only an answer proves a reader. */
public final class ForgedOpener {
    private ForgedOpener() {}

    /** Returns an opener that says what the forger wants it to say. */
    public static Bytes of(TestSite site, ReaderCertificate reader, Transport transport, Bytes payload) {
        CryptoSuite suite = site.suite();
        Bytes nonce = site.random().octets(Lengths.NONCE);
        Bytes header = new OpenerHeader(
                        suite.id().id(),
                        site.projectKey().epoch(),
                        site.project().tag(),
                        reader.tag(),
                        nonce)
                .encode();
        // Message 1 needs the reader's public key alone.
        DhKeyPair pretended = new DhKeyPair(suite.generateDhKeyPair().privateKey(), suite.dhPublicKey(reader.dhKey()));
        try (OpenerKeys keys = new OpenerKeys(suite, site.projectKey().key(), nonce);
                var psk = keys.psk();
                HandshakeState handshake = HandshakeState.builder("KXpsk0", suite.noise(), Role.INITIATOR)
                        .prologue(OpenerHeader.context(transport), header)
                        .localStatic(pretended)
                        .ephemerals(suite::generateDhKeyPair)
                        .psk(psk)
                        .build()) {
            return Bytes.concat(header, handshake.writeMessage(payload));
        }
    }
}
