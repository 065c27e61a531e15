package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerKeys;
import io.lintel.protocol.wire.OpenerPayload;
import java.time.Instant;
import java.util.Optional;

/** An opener of a project that the wallet knows, and the search for the reader that sent it (spec/protocol.md 4.1). */
final class ReceivedOpener {
    final Wallet wallet;
    final TapRequest request;
    final Site site;
    final Bytes opener;
    final OpenerHeader header;
    final OpenerKeys keys;
    private final Bytes head;

    ReceivedOpener(
            Wallet wallet, TapRequest request, Site site, Bytes opener, OpenerHeader header, ProjectKey projectKey) {
        this.wallet = wallet;
        this.request = request;
        this.site = site;
        this.opener = opener;
        this.header = header;
        this.keys = new OpenerKeys(site.suite(), projectKey.key(), header.nonce());
        this.head = opener.slice(0, Lengths.HEADER);
    }

    /** Answers a reader that the wallet knows, and asks any other who it is. */
    PhoneStep begin(Instant now, Instant deadline) {
        try {
            return answerOrAsk(now, deadline);
        } catch (RuntimeException failed) {
            keys.close();
            throw failed;
        }
    }

    private PhoneStep answerOrAsk(Instant now, Instant deadline) {
        for (KnownReader reader : wallet.readers(site, header.readerTag(), now)) {
            Optional<Tap> tap = sentBy(reader);
            if (tap.isPresent()) {
                return tap.get().begin(now);
            }
        }
        return PhoneStep.send(new AwaitingCertificate(this, deadline), MessageKind.WHO.octet());
    }

    /** Opens the opener as that reader's; empty where another sent it. */
    Optional<Tap> sentBy(KnownReader reader) {
        HandshakeState handshake;
        Bytes payload;
        try {
            handshake = handshakeWith(reader.key());
            payload = handshake.readMessage(opener.slice(Lengths.HEADER, opener.size()));
        } catch (CryptoException anotherReader) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tap(this, reader, OpenerPayload.decode(payload), handshake));
        } catch (MalformedException malformed) {
            handshake.close();
            throw malformed;
        }
    }

    private HandshakeState handshakeWith(DhPublicKey reader) {
        return HandshakeState.builder(Wallet.NOISE_PATTERN, site.suite().noise(), Role.RESPONDER)
                .prologue(OpenerHeader.context(request.transport()), head)
                .localStatic(site.holder())
                .remoteStatic(reader)
                .ephemerals(() -> wallet.ports().ephemerals().apply(site.suite()))
                .oneTimePsk(keys.psk())
                .build();
    }
}
