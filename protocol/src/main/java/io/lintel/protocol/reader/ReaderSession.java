package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.CourierMessage;
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
 *
 * <p>What a courier asks for behind the answer may wait for a disk. An owner whose thread serves others passes messages to {@link
 * #receiveAtOnce}, and has another thread call {@link #work} where there is work.
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

    /**
     * Takes one message from the phone, of any content, and returns what to do; nothing once the tap has ended. It may wait for a
     * disk.
     *
     * @throws IllegalStateException if there is work
     */
    public List<ReaderEffect> receive(Bytes message, Instant now) {
        List<ReaderEffect> effects = receiveAtOnce(message, now);
        return hasWork() ? work(now) : effects;
    }

    /**
     * Takes one message as {@link #receive} does, but waits for no disk: what a courier asks for becomes work, and there are no
     * effects before it is done.
     *
     * @throws IllegalStateException if there is work, which has to be done before the next message
     */
    public List<ReaderEffect> receiveAtOnce(Bytes message, Instant now) {
        if (hasWork()) {
            throw new IllegalStateException("the work comes before the next message");
        }
        if (isEnded()) {
            return List.of();
        }
        if (!now.isBefore(state.deadline())) {
            return expire(now);
        }
        return move(read(message, now), now);
    }

    /** Returns whether a message was taken for which {@link #work} has to be called. The end of the tap drops it. */
    public boolean hasWork() {
        return state instanceof Established established && established.asked().isPresent();
    }

    /**
     * Does the work that there is, and returns what to do; nothing where there is none. Past the deadline it ends the tap instead. It may
     * wait for a disk; whatever it throws, the work is gone.
     */
    public List<ReaderEffect> work(Instant now) {
        if (!(state instanceof Established established) || !hasWork()) {
            return List.of();
        }
        if (!now.isBefore(state.deadline())) {
            return expire(now);
        }
        Established idle = established.idle();
        state = idle;
        return move(work(idle, established.asked().orElseThrow(), now), now);
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

    private ReaderStep read(Bytes message, Instant now) {
        try {
            if (message.size() > Lengths.MAX_UNAUTHENTICATED) {
                throw new MalformedException("message too long");
            }
            return state.receive(MessageKind.of(message), message, now);
        } catch (MalformedException | CryptoException refused) {
            return failed(refused);
        }
    }

    private ReaderStep work(Established idle, CourierMessage said, Instant now) {
        try {
            return idle.work(said, now);
        } catch (MalformedException | CryptoException refused) {
            return failed(refused);
        }
    }

    private ReaderStep failed(RuntimeException refused) {
        TapError error = TapError.NOT_AUTHENTIC;
        if (refused instanceof MalformedException) {
            services.counters().count(Counter.MALFORMED);
            error = TapError.MALFORMED;
        }
        return state instanceof Established ? ReaderStep.end(Optional.of(error)) : ReaderStep.refuse(error);
    }

    private List<ReaderEffect> move(ReaderStep step, Instant now) {
        state.leaveFor(step.next(), now);
        state = step.next();
        return step.effects();
    }
}
