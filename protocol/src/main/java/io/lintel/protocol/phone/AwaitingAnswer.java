package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.phone.WalletRatchets.Attempt;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.ColdPayload;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phone's message is out: the door may open from here on.
 *
 * @param attempt the fast attempt, or empty after a cold message
 * @param mayBeAsked whether the reader may still ask for the whole credential
 */
record AwaitingAnswer(Tap tap, EncryptedSession session, Optional<Attempt> attempt, Ask mayBeAsked, Instant deadline)
        implements PhoneState {
    private static final Logger LOG = LoggerFactory.getLogger(AwaitingAnswer.class);

    /** Whether {@code send credential} is still welcome: once, after a reference. */
    enum Ask {
        ONCE,
        NO_MORE
    }

    static AwaitingAnswer fast(Tap tap, EncryptedSession session, Attempt attempt, Instant now) {
        return new AwaitingAnswer(
                tap, session, Optional.of(attempt), Ask.NO_MORE, tap.wallet().answerDeadline(now));
    }

    static AwaitingAnswer cold(Tap tap, EncryptedSession session, ColdPayload sent, Instant now) {
        Ask mayBeAsked = sent instanceof ColdPayload.Reference ? Ask.ONCE : Ask.NO_MORE;
        return new AwaitingAnswer(
                tap, session, Optional.empty(), mayBeAsked, tap.wallet().answerDeadline(now));
    }

    @Override
    public PhoneStep receive(MessageKind kind, Bytes message, Instant now) {
        return switch (kind) {
            case ANSWER -> answer(session.openAnswer(message));
            case USE_COLD -> useCold(message, now);
            case SEND_CREDENTIAL -> sendCredential(message);
            case REFUSED -> refused(message);
            default -> PhoneStep.fail(TapError.UNEXPECTED, Outcome.UNKNOWN);
        };
    }

    private PhoneStep answer(Answer answer) {
        TapPath path = attempt.isPresent() ? TapPath.FAST : TapPath.COLD;
        settle(answer.resumption() == Answer.Resumption.KEPT);
        TapResult result = answer.denial()
                .<TapResult>map(reason -> new TapResult.Denied(path, reason))
                .orElseGet(() -> new TapResult.Granted(path));
        return new PhoneStep(
                new PhoneEstablished(session, tap.errand(), deadline), List.of(new PhoneEffect.Finished(result)));
    }

    /** The door has decided; a store that fails now costs a cold tap next time, not the answer. */
    private void settle(boolean kept) {
        try {
            attempt.ifPresentOrElse(used -> tap.settleFast(used, kept), () -> tap.settleCold(session, kept));
        } catch (WalletStoreException failed) {
            LOG.warn("the ratchet was not kept, the next tap at this reader is cold: {}", failed.getMessage());
        }
    }

    private PhoneStep useCold(Bytes message, Instant now) {
        if (attempt.isEmpty()) {
            return PhoneStep.fail(TapError.UNEXPECTED, Outcome.UNKNOWN);
        }
        MalformedException.unless(message.size() == Lengths.KIND, "use-cold has no body");
        return tap.coldAfterMiss(now);
    }

    private PhoneStep sendCredential(Bytes message) {
        if (mayBeAsked == Ask.NO_MORE) {
            return PhoneStep.fail(TapError.UNEXPECTED, Outcome.UNKNOWN);
        }
        MalformedException.unless(message.size() == Lengths.SEND_CREDENTIAL, "send-credential size");
        session.open(MessageKind.SEND_CREDENTIAL, message);
        Bytes whole = session.seal(MessageKind.CREDENTIAL, Padding.pad(tap.credential(), Lengths.CREDENTIAL));
        return PhoneStep.send(new AwaitingAnswer(tap, session, attempt, Ask.NO_MORE, deadline), whole);
    }

    private static PhoneStep refused(Bytes message) {
        MalformedException.unless(message.size() == Lengths.KIND, "refused has no body");
        return PhoneStep.fail(TapError.REFUSED, Outcome.UNKNOWN);
    }

    @Override
    public Outcome outcomeOnFailure() {
        return Outcome.UNKNOWN;
    }

    @Override
    public Optional<ProjectId> project() {
        return Optional.of(tap.project());
    }

    @Override
    public void leaveFor(PhoneState next) {
        boolean keepsSession = next instanceof PhoneEstablished
                || (next instanceof AwaitingAnswer answer && answer.session() == session);
        if (!keepsSession) {
            session.close();
        }
        attempt.ifPresent(Attempt::close);
        if (!(next instanceof AwaitingAnswer)) {
            tap.release();
        }
    }
}
