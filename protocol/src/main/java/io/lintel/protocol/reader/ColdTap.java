package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.ColdPayload;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A phone that has proven its static key in a cold message, until its credential is known (spec/protocol.md 4.5).
 *
 * @param holderKey the proven static key
 */
record ColdTap(
        Services services,
        EncryptedSession session,
        Bytes holderKey,
        Intent intent,
        Transport transport,
        Duration answerTime) {

    ReaderStep begin(ColdPayload payload, Instant deadline, Instant now) {
        if (payload instanceof ColdPayload.Whole whole) {
            return verify(whole.credential(), now);
        }
        Bytes reference = ((ColdPayload.Reference) payload).reference();
        Optional<Signed<Credential>> known = services.directory().find(reference);
        if (known.isPresent()) {
            return decide(known.get(), now);
        }
        Bytes request = session.seal(MessageKind.SEND_CREDENTIAL, Bytes.EMPTY);
        return ReaderStep.send(new AwaitingCredential(this, reference, deadline), request);
    }

    /** Takes a whole credential: a known one by its hash, any other by its signature. */
    ReaderStep verify(Bytes signed, Instant now) {
        Optional<Signed<Credential>> known = services.directory()
                .find(reference(signed))
                .filter(credential -> credential.bytes().equals(signed));
        if (known.isPresent()) {
            return decide(known.get(), now);
        }
        Signed<Credential> verified;
        try {
            verified = services.configuration().trust().verifyCredential(signed, now);
        } catch (StatementException notAuthentic) {
            throw refused();
        }
        ReaderStep step = decide(verified, now);
        services.directory().cache(verified);
        return step;
    }

    /** Returns what stands for a signed credential in a cold message. */
    Bytes reference(Bytes signed) {
        return services.suite().sha256(signed).slice(0, Lengths.REFERENCE);
    }

    private ReaderStep decide(Signed<Credential> signed, Instant now) {
        Credential credential = signed.value();
        if (!credential.holderKey().equals(holderKey)) {
            throw refused();
        }
        services.failures().giveBack();
        AccessEvent event = Decider.decide(services, signed, intent, TapPath.COLD, transport, answerTime, now);
        if (event.isGranted()) {
            services.counters().count(Counter.COLD_GRANTED);
            services.resumptions().put(signed, session.resumption(), now);
            return Established.answer(services, session, event, Answer.Resumption.KEPT, now);
        }
        services.counters().count(Counter.COLD_DENIED);
        services.resumptions().remove(credential.serial());
        return Established.answer(services, session, event, Answer.Resumption.DROPPED, now);
    }

    private CryptoException refused() {
        session.close();
        return new CryptoException();
    }
}
