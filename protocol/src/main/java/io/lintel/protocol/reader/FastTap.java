package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.reader.ResumptionTable.Candidate;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.FastMessage;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.TapSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One fast message at the reader (spec/protocol.md 5.3): find, open, accept, decide, answer. */
record FastTap(Services services, Opening opening, Duration answerTime) {
    /** Denials that only a new credential, and so a cold tap, can cure. */
    private static final Set<DenialReason> ENDING = EnumSet.of(
            DenialReason.EXPIRED, DenialReason.LEASE_ENDED, DenialReason.REVOKED, DenialReason.EPOCH_TOO_OLD);

    /** Returns what follows, or empty for a miss: an unknown hint and a forged message look the same. */
    Optional<ReaderStep> resume(FastMessage message, Instant now) {
        Optional<Candidate> found = services.resumptions()
                .find(message.hintNumber(), services.limits().coldAfter(), now);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Candidate candidate = found.get()) {
            Bytes openerHash = OpenerHeader.openerHash(services.suite(), opening.transport, opening.opener);
            TapSecret secret = TapSecret.ofFast(services.suite(), candidate.secret(), candidate.attempt(), openerHash);
            Intent intent = open(secret, message);
            OptionalInt uses = services.resumptions().accept(candidate);
            if (uses.isEmpty()) {
                secret.close();
                return Optional.empty();
            }
            return Optional.of(answer(candidate, secret, intent, uses.getAsInt(), now));
        } catch (CryptoException notAuthentic) {
            return Optional.empty();
        }
    }

    private Intent open(TapSecret secret, FastMessage message) {
        try (SecretBytes key = secret.key(TapSecret.Use.TAP)) {
            return Intent.decode(message.open(services.suite(), key))
                    .orElseThrow(() -> new MalformedException("intent"));
        } catch (CryptoException | MalformedException failed) {
            secret.close();
            throw failed;
        }
    }

    private ReaderStep answer(Candidate candidate, TapSecret secret, Intent intent, int uses, Instant now) {
        AccessEvent event = Decider.decide(
                services, candidate.credential(), intent, TapPath.FAST, opening.transport, answerTime, now);
        boolean spent = uses >= services.limits().coldAfterUses()
                || (event.denial().isPresent() && ENDING.contains(event.denial().get()));
        if (spent) {
            services.resumptions().remove(candidate);
        }
        services.counters().count(event.isGranted() ? Counter.FAST_GRANTED : Counter.FAST_DENIED);
        Answer.Resumption resumption = spent ? Answer.Resumption.DROPPED : Answer.Resumption.KEPT;
        EncryptedSession session = EncryptedSession.ofReader(services.suite(), secret);
        return Established.answer(services, session, event, resumption, now);
    }
}
