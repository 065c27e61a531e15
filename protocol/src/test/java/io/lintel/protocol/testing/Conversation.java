package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderEffect;
import io.lintel.protocol.reader.ReaderSession;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One tap: a reader's session and a phone's session with a channel between them. It records every message that either side
 * sent and lets a test lose, alter, repeat or delay it on the way. Time stands still unless the test lets it pass.
 */
public final class Conversation {
    /** What a gesture asks for unless a test says otherwise. */
    public static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.BLE_GATT);

    /** Who sends. */
    public enum Side {
        READER,
        PHONE
    }

    /** A message as its sender sent it. */
    public record Sent(Side from, Bytes message) {
        /** Returns the first octet. */
        public int kind() {
            return message.unsigned(0);
        }
    }

    /** What a channel makes of one message: nothing to lose it, itself to carry it, others to forge. */
    @FunctionalInterface
    public interface Channel {
        List<Bytes> carry(Sent sent);
    }

    private final ReaderSession reader;
    private final PhoneSession phone;
    private final Channel channel;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<AccessEvent> decisions = new ArrayList<>();
    private Optional<TapResult> result = Optional.empty();
    private Optional<CourierReport> report = Optional.empty();
    private Optional<ReaderEffect.End> readerEnd = Optional.empty();
    private Instant now;

    public Conversation(ReaderSession reader, PhoneSession phone, Instant now, Channel channel) {
        this.reader = reader;
        this.phone = phone;
        this.now = now;
        this.channel = channel;
        send(Side.READER, reader.opener());
    }

    /** Opens a channel that carries everything. */
    public static Conversation between(Reader reader, TestPhone phone) {
        return between(reader, phone, sent -> List.of(sent.message()));
    }

    public static Conversation between(Reader reader, TestPhone phone, Channel channel) {
        return between(reader, phone.wallet(), GESTURE, TestSite.NOW, channel);
    }

    public static Conversation between(Reader reader, Wallet wallet, TapRequest request, Instant now, Channel channel) {
        return new Conversation(reader.open(request.transport(), now), wallet.tap(request, now), now, channel);
    }

    /** Taps once, closes in order, and returns how it ended for the phone. */
    public static TapResult tap(Reader reader, TestPhone phone) {
        return between(reader, phone).complete().result();
    }

    /** Carries messages until none is under way. */
    public Conversation run() {
        while (step()) {
            // One message at a time.
        }
        return this;
    }

    /** Runs, lets the phone close, and lets whoever is left see the channel go. */
    public Conversation complete() {
        run();
        if (result.isPresent()) {
            close().run();
        }
        return hangUp();
    }

    /** Lets the phone's app close the tap. */
    public Conversation close() {
        phoneDoes(phone.close());
        return this;
    }

    /** Taps, lets the phone work as a courier with a budget, and lets whoever is left see the channel go. */
    public Conversation carry(CourierBudget budget) {
        run();
        phoneDoes(phone.carry(budget, now));
        run();
        return hangUp();
    }

    /** Returns what came of the courier's work. */
    public CourierReport report() {
        return report.orElseThrow();
    }

    /** Carries one message; returns whether there was one. */
    public boolean step() {
        Sent next = underWay.poll();
        if (next == null) {
            return false;
        }
        for (Bytes message : channel.carry(next)) {
            deliver(next.from() == Side.READER ? Side.PHONE : Side.READER, message);
        }
        return true;
    }

    /** Carries messages until one of a kind is under way, and takes that one off the channel. */
    public Bytes intercept(int kind) {
        while (underWay.element().kind() != kind) {
            step();
        }
        return underWay.remove().message();
    }

    /** Hands a message to one side, whoever made it. */
    public void deliver(Side to, Bytes message) {
        if (to == Side.PHONE) {
            phoneDoes(phone.receive(message, now));
        } else {
            readerDoes(reader.receive(message, now));
        }
    }

    /** Lets time pass, and both sides notice. */
    public Conversation pass(Duration duration) {
        now = now.plus(duration);
        readerDoes(reader.expire(now));
        phoneDoes(phone.expire(now));
        return this;
    }

    /** Lets time pass that neither side notices before the next message. */
    public Conversation delay(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** Tells both sides that the channel is gone; what was under way is lost. */
    public Conversation hangUp() {
        underWay.clear();
        readerDoes(reader.disconnected(now));
        phoneDoes(phone.disconnected(now));
        return this;
    }

    public ReaderSession reader() {
        return reader;
    }

    public PhoneSession phone() {
        return phone;
    }

    public Instant now() {
        return now;
    }

    /** Returns everything that either side sent, in order. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Returns the kinds of all messages sent, in order. */
    public List<Integer> kinds() {
        return sent.stream().map(Sent::kind).toList();
    }

    /** Returns the first message of a kind that was sent. */
    public Bytes message(int kind) {
        return sent.stream()
                .filter(message -> message.kind() == kind)
                .findFirst()
                .orElseThrow()
                .message();
    }

    /** Returns how the tap ended for the phone. */
    public TapResult result() {
        return result.orElseThrow();
    }

    public boolean hasResult() {
        return result.isPresent();
    }

    /** Returns what the reader decided; empty where it did not recognise the phone. */
    public List<AccessEvent> decisions() {
        return List.copyOf(decisions);
    }

    public boolean isGranted() {
        return decisions.stream().anyMatch(AccessEvent::isGranted);
    }

    /** Returns why the reader's side ended, or empty after an orderly end. */
    public Optional<TapError> readerError() {
        return readerEnd.orElseThrow().error();
    }

    private void send(Side from, Bytes message) {
        Sent next = new Sent(from, message);
        sent.add(next);
        underWay.add(next);
    }

    private void readerDoes(List<ReaderEffect> effects) {
        for (ReaderEffect effect : effects) {
            if (effect instanceof ReaderEffect.Send out) {
                send(Side.READER, out.message());
            } else if (effect instanceof ReaderEffect.Decided decided) {
                decisions.add(decided.event());
            } else if (effect instanceof ReaderEffect.End end) {
                once(readerEnd);
                readerEnd = Optional.of(end);
            }
        }
    }

    private void phoneDoes(List<PhoneEffect> effects) {
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                send(Side.PHONE, send.message());
            } else if (effect instanceof PhoneEffect.Finished finished) {
                once(result);
                result = Optional.of(finished.result());
            } else if (effect instanceof PhoneEffect.Carried carried) {
                once(report);
                report = Optional.of(carried.report());
            }
        }
    }

    private static void once(Optional<?> before) {
        if (before.isPresent()) {
            throw new AssertionError("a session ended twice, first with " + before.get());
        }
    }
}
