package io.lintel.transport.session;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Greets, echoes, ends on {@code bye}, fails on {@code boom}, settles on {@code ok}, leaves for later what {@link #later} says; notes
 * what happened to it.
 */
public final class ScriptedSession implements MessageSession {
    public static final Bytes HELLO = Bytes.utf8("hello");
    public static final Bytes BYE = Bytes.utf8("bye");
    public static final Bytes BOOM = Bytes.utf8("boom");
    public static final Bytes OK = Bytes.utf8("ok");

    private static final Bytes LATER = Bytes.utf8("later ");

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<Instant> deadline = Optional.empty();
    private volatile boolean settled;
    private final AtomicInteger asked = new AtomicInteger();

    public ScriptedSession() {}

    /** Returns a message that is echoed and leaves work, in which the session gets {@code then}. */
    public static Bytes later(Bytes then) {
        return Bytes.concat(LATER, then);
    }

    @Override
    public void opened(Instant now, Outbox outbox) {
        notes.add("opened");
        outbox.send(HELLO);
    }

    @Override
    public void received(Bytes message, Instant now, Outbox outbox) {
        notes.add("received " + message);
        outbox.send(message);
        settled = settled || message.equals(OK);
        if (message.equals(BYE)) {
            outbox.end();
        }
        if (message.equals(BOOM)) {
            throw new IllegalArgumentException("a fault of our own");
        }
        if (message.startsWith(LATER)) {
            Bytes then = message.slice(LATER.size(), message.size());
            outbox.later((at, answer) -> received(then, at, answer));
        }
    }

    @Override
    public void expired(Instant now, Outbox outbox) {
        notes.add("expired");
        deadline = Optional.empty();
        outbox.end();
    }

    @Override
    public void disconnected(Instant now) {
        notes.add("disconnected");
    }

    @Override
    public Optional<Instant> deadline() {
        asked.incrementAndGet();
        return deadline;
    }

    @Override
    public boolean isSettled() {
        return settled;
    }

    public ScriptedSession expiring(Instant at) {
        deadline = Optional.of(at);
        return this;
    }

    /** Returns how often it was asked for its deadline. */
    public int asked() {
        return asked.get();
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }
}
