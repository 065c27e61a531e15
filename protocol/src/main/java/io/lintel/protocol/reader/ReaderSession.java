package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The reader's side of one tap on one channel. Sans-IO: it takes messages and clock readings and returns what to do; it
 * has no socket, thread or clock of its own.
 *
 * <p>The owner sends {@link #opener()} first, passes each whole message to {@link #receive}, calls {@link #expire} when
 * {@link #deadline()} has passed and {@link #disconnected} when the channel is gone, and does the effects in order. Used
 * by one thread at a time. Nothing that a peer sends makes it throw. See spec/protocol.md 6.1.
 */
public final class ReaderSession {
    private final Services services;
    private final Bytes opener;
    private ReaderState state;

    ReaderSession(Services services, Opening opening) {
        this.services = services;
        this.opener = opening.opener;
        this.state = AwaitingPhone.after(services, opening);
    }

    /** Returns the first message, to be sent as soon as the channel opens. */
    public Bytes opener() {
        return opener;
    }

    /** Takes one message from the phone, of any content, and returns what to do; nothing once the tap has ended. */
    public List<ReaderEffect> receive(Bytes message, Instant now) {
        if (isEnded()) {
            return List.of();
        }
        if (!now.isBefore(state.deadline())) {
            return expire(now);
        }
        return move(step(message, now), now);
    }

    /** Ends the tap if its deadline has passed. */
    public List<ReaderEffect> expire(Instant now) {
        if (isEnded() || now.isBefore(state.deadline())) {
            return List.of();
        }
        boolean answered = state instanceof Established;
        if (!answered) {
            services.counters().count(Counter.TIMED_OUT);
        }
        return move(ReaderStep.end(answered ? Optional.empty() : Optional.of(TapError.TIMED_OUT)), now);
    }

    /** Ends the tap because the channel is gone. Repeating it does nothing. */
    public List<ReaderEffect> disconnected(Instant now) {
        if (isEnded()) {
            return List.of();
        }
        boolean answered = state instanceof Established;
        if (!answered) {
            services.counters().count(Counter.DISCONNECTED);
        }
        return move(ReaderStep.end(answered ? Optional.empty() : Optional.of(TapError.DISCONNECTED)), now);
    }

    /** Returns the key for secure ranging once the answer is out (spec/protocol.md 5.5); the caller owns it. */
    public Optional<SecretBytes> rangingKey() {
        return state instanceof Established established
                ? Optional.of(established.session().rangingKey())
                : Optional.empty();
    }

    /** Returns when {@link #expire} must be called at the latest; {@link Instant#MAX} once the tap has ended. */
    public Instant deadline() {
        return state.deadline();
    }

    /** Returns whether the tap is over. */
    public boolean isEnded() {
        return state == Ended.ENDED;
    }

    ReaderState state() {
        return state;
    }

    private ReaderStep step(Bytes message, Instant now) {
        try {
            if (message.size() > Lengths.MAX_UNAUTHENTICATED) {
                throw new MalformedException("message too long");
            }
            return state.receive(MessageKind.of(message), message, now);
        } catch (MalformedException malformed) {
            services.counters().count(Counter.MALFORMED);
            return failed(TapError.MALFORMED);
        } catch (CryptoException notAuthentic) {
            return failed(TapError.NOT_AUTHENTIC);
        }
    }

    private ReaderStep failed(TapError error) {
        return state instanceof Established ? ReaderStep.end(Optional.of(error)) : ReaderStep.refuse(error);
    }

    private List<ReaderEffect> move(ReaderStep step, Instant now) {
        state.leaveFor(step.next(), now);
        state = step.next();
        return step.effects();
    }
}
