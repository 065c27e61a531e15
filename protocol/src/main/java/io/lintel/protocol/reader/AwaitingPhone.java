package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.ColdMessage;
import io.lintel.protocol.wire.ColdPayload;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.FastMessage;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import io.lintel.protocol.wire.Sealed;
import io.lintel.protocol.wire.TapSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The opener is out. It takes at most one {@code who}, one fast and, after a miss, one cold message.
 *
 * @param accepts the kinds that are still welcome
 */
record AwaitingPhone(Services services, Opening opening, Set<MessageKind> accepts) implements ReaderState {

    private static final Set<MessageKind> FIRST =
            Collections.unmodifiableSet(EnumSet.of(MessageKind.WHO, MessageKind.FAST, MessageKind.COLD));

    static AwaitingPhone after(Services services, Opening opening) {
        return new AwaitingPhone(services, opening, FIRST);
    }

    @Override
    public Instant deadline() {
        return opening.openedAt.plus(services.limits().openerLifetime());
    }

    @Override
    public void leaveFor(ReaderState next, Instant now) {
        if (!(next instanceof AwaitingPhone)) {
            opening.release(services.ephemerals(), now);
        }
    }

    @Override
    public ReaderStep receive(MessageKind kind, Bytes message, Instant now) {
        if (!accepts.contains(kind)) {
            services.counters().count(Counter.UNEXPECTED);
            return ReaderStep.refuse(TapError.UNEXPECTED);
        }
        return switch (kind) {
            case WHO -> who(message);
            case FAST -> fast(FastMessage.decode(message), now);
            case COLD -> cold(ColdMessage.decode(services.suite().id(), message), now);
            default -> throw new IllegalStateException("no rule for " + kind);
        };
    }

    private ReaderStep who(Bytes message) {
        if (message.size() != Lengths.WHO) {
            throw new MalformedException("who has no body");
        }
        services.counters().count(Counter.CERTIFICATES_SENT);
        Bytes certificate = Padding.pad(services.identity().certificate().bytes(), Lengths.CERTIFICATE);
        try (var key = opening.keys.certificateKey()) {
            Bytes sealed = Sealed.seal(services.suite(), key, MessageKind.CERTIFICATE, certificate);
            return ReaderStep.send(without(MessageKind.WHO), sealed);
        }
    }

    private ReaderStep fast(FastMessage message, Instant now) {
        Optional<ReaderStep> resumed = new FastTap(services, opening, answerTime(now)).resume(message, now);
        if (resumed.isPresent()) {
            return resumed.get();
        }
        services.counters().count(Counter.FAST_MISSED);
        return ReaderStep.send(without(MessageKind.FAST), MessageKind.USE_COLD.octet());
    }

    private ReaderStep cold(ColdMessage message, Instant now) {
        Bytes gate = opening.keys.gate(
                opening.opener, message.ephemeral(services.suite().id()));
        if (!gate.constantTimeEquals(message.gate())) {
            services.counters().count(Counter.COLD_FAILED_GATE);
            return ReaderStep.refuse(TapError.NOT_AUTHENTIC);
        }
        if (!services.failures().take(now)) {
            services.counters().count(Counter.COLD_RATE_LIMITED);
            return ReaderStep.refuse(TapError.RATE_LIMITED);
        }
        opening.spend();
        try {
            ColdPayload payload = ColdPayload.decode(opening.handshake.readMessage(message.noise()));
            EncryptedSession session =
                    EncryptedSession.ofReader(services.suite(), TapSecret.ofCold(services.suite(), opening.handshake));
            ColdTap tap = new ColdTap(
                    services,
                    session,
                    opening.handshake.remoteStatic().orElseThrow().encoded(),
                    payload.intent(),
                    opening.transport,
                    answerTime(now));
            return tap.begin(payload, deadline(), now);
        } catch (CryptoException | MalformedException failed) {
            services.counters().count(Counter.COLD_FAILED);
            throw failed;
        }
    }

    private AwaitingPhone without(MessageKind kind) {
        Set<MessageKind> rest = EnumSet.noneOf(MessageKind.class);
        rest.addAll(accepts);
        rest.remove(kind);
        return new AwaitingPhone(services, opening, rest);
    }

    /** Counts from the opener, whatever lay between: nobody without a key can start the clock again. */
    private Duration answerTime(Instant now) {
        return Duration.between(opening.openedAt, now);
    }
}
