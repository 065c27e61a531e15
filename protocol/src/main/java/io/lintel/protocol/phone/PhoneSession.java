package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The phone's side of one tap on one channel: one gesture, one opener, one answer. Sans-IO, as the reader's side is.
 *
 * <p>Got from {@link Wallet#tap}. The owner passes each whole message to {@link #receive}, calls {@link #expire} when
 * {@link #deadline()} has passed and {@link #disconnected} when the channel is gone, does the effects in order, and calls
 * {@link #close} after {@link PhoneEffect.Finished} when it has no more use for the channel; or {@link #carry}, once the
 * person has been told. Used by one thread at a time.
 *
 * <p>Nothing that a reader sends makes it throw, and a failing store neither: what cannot be read or kept is logged and
 * costs speed, a cold tap or the reader's certificate once more. Only what the {@link WalletPorts}' primitives throw comes
 * through, and ends the session. See spec/protocol.md 6.2.
 */
public final class PhoneSession {
    private PhoneState state;
    private Optional<ProjectId> project = Optional.empty();

    PhoneSession(Wallet wallet, TapRequest request, Instant deadline) {
        this.state = new AwaitingOpener(wallet, request, deadline);
    }

    /** Takes one message from the reader, of any content, and returns what to do; nothing once the tap has ended. */
    public List<PhoneEffect> receive(Bytes message, Instant now) {
        if (isEnded()) {
            return List.of();
        }
        if (!now.isBefore(state.deadline())) {
            return expire(now);
        }
        try {
            return move(step(message, now));
        } catch (RuntimeException failedPort) {
            move(PhoneEstablished.end());
            throw failedPort;
        }
    }

    /** Ends the tap if its deadline has passed. */
    public List<PhoneEffect> expire(Instant now) {
        return isEnded() || now.isBefore(state.deadline()) ? List.of() : move(failed(TapError.TIMED_OUT));
    }

    /** Ends the tap because the channel is gone. Repeating it does nothing. */
    public List<PhoneEffect> disconnected(Instant now) {
        return isEnded() ? List.of() : move(failed(TapError.DISCONNECTED));
    }

    /**
     * Lets the phone work as a courier, after the result: it offers the reader a newer revocation list and takes its receipt
     * home, within a budget, and ends the session by itself, with {@link PhoneEffect.Carried}. Nothing of it changes how the
     * tap ended. Before the result, or a second time, it is {@link #close}.
     */
    public List<PhoneEffect> carry(CourierBudget budget, Instant now) {
        if (state instanceof PhoneEstablished established && now.isBefore(state.deadline())) {
            try {
                return move(PhoneCarrying.begin(established, budget, now));
            } catch (RuntimeException failedPort) {
                move(PhoneEstablished.end());
                throw failedPort;
            }
        }
        return close();
    }

    /** Ends the session in order, after the result; before it, gives the tap up. */
    public List<PhoneEffect> close() {
        if (state instanceof PhoneEstablished established) {
            return move(established.close());
        }
        if (state instanceof PhoneCarrying carrying) {
            return move(carrying.close(OptionalLong.empty()));
        }
        return isEnded() ? List.of() : move(failed(TapError.DISCONNECTED));
    }

    /** Returns the key for secure ranging once the answer is in (spec/protocol.md 5.5); the caller owns it. */
    public Optional<SecretBytes> rangingKey() {
        return state instanceof PhoneEstablished established
                ? Optional.of(established.session().rangingKey())
                : Optional.empty();
    }

    /** Returns when {@link #expire} must be called at the latest; {@link Instant#MAX} once the tap has ended. */
    public Instant deadline() {
        return state.deadline();
    }

    /** Returns whose reader the tap was at, once the phone has asked or answered it: for {@link UsageCounters}. */
    public Optional<ProjectId> project() {
        return project;
    }

    /** Returns whether the tap is over. */
    public boolean isEnded() {
        return state == PhoneEnded.ENDED;
    }

    PhoneState state() {
        return state;
    }

    private PhoneStep step(Bytes message, Instant now) {
        try {
            if (message.size() > Lengths.MAX_UNAUTHENTICATED) {
                throw new MalformedException("message too long");
            }
            return state.receive(MessageKind.of(message), message, now);
        } catch (MalformedException malformed) {
            return failed(TapError.MALFORMED);
        } catch (CryptoException notAuthentic) {
            return failed(TapError.NOT_AUTHENTIC);
        }
    }

    /** A result was told already once the answer is in; after that only the channel ends. */
    private PhoneStep failed(TapError error) {
        if (state instanceof PhoneCarrying carrying) {
            return carrying.end();
        }
        return state instanceof PhoneEstablished
                ? PhoneEstablished.end()
                : PhoneStep.fail(error, state.outcomeOnFailure());
    }

    private List<PhoneEffect> move(PhoneStep step) {
        state.leaveFor(step.next());
        state = step.next();
        project = state.project().or(() -> project);
        return step.effects();
    }
}
