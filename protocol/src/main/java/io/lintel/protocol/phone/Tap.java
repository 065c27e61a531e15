package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.phone.WalletRatchets.Attempt;
import io.lintel.protocol.phone.WalletRatchets.Beginning;
import io.lintel.protocol.phone.WalletRatchets.Cold;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.ColdMessage;
import io.lintel.protocol.wire.ColdPayload;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.FastMessage;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerPayload;
import io.lintel.protocol.wire.Ratchet;
import io.lintel.protocol.wire.TapSecret;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The phone's one answer to one opener of a reader that it knows: fast where it can, else cold (spec/protocol.md 5). */
final class Tap {
    private static final Logger LOG = LoggerFactory.getLogger(Tap.class);

    private final ReceivedOpener opener;
    private final KnownReader reader;
    private final OpenerPayload payload;
    private final HandshakeState handshake;
    private final ResumptionKey key;

    Tap(ReceivedOpener opener, KnownReader reader, OpenerPayload payload, HandshakeState handshake) {
        this.opener = opener;
        this.reader = reader;
        this.payload = payload;
        this.handshake = handshake;
        this.key = new ResumptionKey(
                opener.site.project(), opener.site.credential().value().serial(), reader.fingerprint());
    }

    ProjectId project() {
        return opener.site.project();
    }

    PhoneStep begin(Instant now) {
        Intent intent = opener.request.intent();
        if (!opener.wallet.gestures().admit(opener.header.nonce(), reader.fingerprint(), intent.trigger(), now)) {
            release();
            return PhoneStep.fail(TapError.ALREADY_ANSWERED, Outcome.NOT_OPENED);
        }
        try {
            Beginning beginning = beginning();
            return beginning instanceof Attempt attempt ? fast(attempt, now) : cold((Cold) beginning, now);
        } catch (RuntimeException failed) {
            release();
            throw failed;
        }
    }

    /** A store that fails costs speed, never access: an attempt that may not be durably used is not sent. */
    private Beginning beginning() {
        try {
            return opener.wallet.ratchets().reserve(key, payload.stateEpoch(), opener.header.keyEpoch(), reference());
        } catch (WalletStoreException failed) {
            LOG.warn("no attempt could be reserved, this tap is cold: {}", failed.getMessage());
            return Cold.STRANGER;
        }
    }

    private PhoneStep fast(Attempt attempt, Instant now) {
        TapSecret secret = secret(attempt);
        try {
            Bytes message = fastMessage(attempt, secret);
            EncryptedSession session = EncryptedSession.ofPhone(opener.site.suite(), secret);
            return PhoneStep.send(AwaitingAnswer.fast(this, session, attempt, now), message);
        } catch (RuntimeException failed) {
            secret.close();
            throw failed;
        }
    }

    private Bytes fastMessage(Attempt attempt, TapSecret secret) {
        Bytes hint = Ratchet.hint(opener.site.suite(), attempt.secret(), attempt.index());
        try (SecretBytes tapKey = secret.key(TapSecret.Use.TAP)) {
            return FastMessage.seal(
                            opener.site.suite(),
                            tapKey,
                            hint,
                            opener.request.intent().encode())
                    .encode();
        }
    }

    /** Returns the secret of a fast tap with one attempt. */
    private TapSecret secret(Attempt attempt) {
        Bytes openerHash = OpenerHeader.openerHash(opener.site.suite(), opener.request.transport(), opener.opener);
        return TapSecret.ofFast(opener.site.suite(), attempt.secret(), attempt.index(), openerHash);
    }

    /** Taps cold after the reader missed the fast message. An attempt is of a ratchet that this reader once agreed to. */
    PhoneStep coldAfterMiss(Instant now) {
        return cold(Cold.KNOWN, now);
    }

    private PhoneStep cold(Cold reader, Instant now) {
        ColdPayload content = coldPayload(reader);
        Bytes noise = handshake.writeMessage(content.encode());
        Bytes ephemeral = noise.slice(0, opener.site.suite().id().dhKeySize());
        Bytes gate = opener.keys.gate(opener.opener, ephemeral);
        EncryptedSession session =
                EncryptedSession.ofPhone(opener.site.suite(), TapSecret.ofCold(opener.site.suite(), handshake));
        return PhoneStep.send(AwaitingAnswer.cold(this, session, content, now), new ColdMessage(gate, noise).encode());
    }

    private ColdPayload coldPayload(Cold reader) {
        Intent intent = opener.request.intent();
        return reader == Cold.KNOWN || payload.flags().contains(OpenerPayload.Flag.DIRECTORY)
                ? new ColdPayload.Reference(intent, reference())
                : new ColdPayload.Whole(intent, opener.site.credential().bytes());
    }

    Bytes reference() {
        return opener.site.credential().reference();
    }

    /** Keeps, or forgets, what an authenticated answer to a cold message allows. */
    void settleCold(EncryptedSession session, boolean kept) {
        WalletRatchets ratchets = opener.wallet.ratchets();
        if (kept) {
            try (SecretBytes first = session.resumption()) {
                ratchets.begin(
                        key,
                        new Resumption.State(payload.stateEpoch(), opener.header.keyEpoch(), reference(), 0, first));
            }
        } else {
            ratchets.drop(key, Optional.empty());
        }
    }

    /** Steps, or forgets, the ratchet that an authenticated answer to a fast message was about. */
    void settleFast(Attempt attempt, boolean kept) {
        if (kept) {
            opener.wallet.ratchets().step(key, opener.site.suite(), attempt);
        } else {
            opener.wallet.ratchets().drop(key, Optional.of(attempt.secret()));
        }
    }

    /** Returns what the phone may do for this reader as a courier. */
    CourierErrand errand() {
        return new CourierErrand(opener.wallet, opener.site, reader.certificate(), payload);
    }

    Wallet wallet() {
        return opener.wallet;
    }

    Bytes credential() {
        return opener.site.credential().bytes();
    }

    void release() {
        handshake.close();
        opener.keys.close();
    }
}
