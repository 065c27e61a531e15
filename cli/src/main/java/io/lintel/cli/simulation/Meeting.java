package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.ReaderEffect;
import io.lintel.protocol.reader.ReaderSession;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One tap: the product's two sessions, and a radio between them that may lose a message or damage one. What the phone does
 * behind the answer runs until it is done or cut off.
 */
final class Meeting {
    private record UnderWay(boolean toPhone, Bytes message) {}

    private final ReaderSession reader;
    private final PhoneSession phone;
    private final Radio radio;
    private final CourierBudget budget;
    private final Instant readerTime;
    private final Instant phoneTime;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private Optional<AccessEvent> decision = Optional.empty();

    /** What becomes of a message on the way. */
    @FunctionalInterface
    interface Radio {
        /** Returns what arrives, if anything does. */
        Optional<Bytes> carry(Bytes message);
    }

    /** @param budget what the phone may carry behind the answer */
    Meeting(
            ReaderSession reader,
            PhoneSession phone,
            Radio radio,
            CourierBudget budget,
            Instant readerTime,
            Instant phoneTime) {
        this.reader = reader;
        this.phone = phone;
        this.radio = radio;
        this.budget = budget;
        this.readerTime = readerTime;
        this.phoneTime = phoneTime;
    }

    /**
     * Runs the tap to its end.
     *
     * @throws PowerLost if the reader's power goes in the middle
     */
    void run() {
        underWay.add(new UnderWay(true, reader.opener()));
        carry();
        phoneDoes(phone.carry(budget, phoneTime));
        carry();
        readerDoes(reader.disconnected(readerTime));
        phoneDoes(phone.disconnected(phoneTime));
    }

    private void carry() {
        while (!underWay.isEmpty()) {
            UnderWay next = underWay.remove();
            radio.carry(next.message()).ifPresent(message -> {
                if (next.toPhone()) {
                    phoneDoes(phone.receive(message, phoneTime));
                } else {
                    readerDoes(reader.receive(message, readerTime));
                }
            });
        }
    }

    private void readerDoes(List<ReaderEffect> effects) {
        for (ReaderEffect effect : effects) {
            if (effect instanceof ReaderEffect.Send send) {
                underWay.add(new UnderWay(true, send.message()));
            } else if (effect instanceof ReaderEffect.Decided decided) {
                decision = Optional.of(decided.event());
            }
        }
    }

    private void phoneDoes(List<PhoneEffect> effects) {
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                underWay.add(new UnderWay(false, send.message()));
            }
        }
    }

    /** Returns what the reader decided; empty where it did not come to that. */
    Optional<AccessEvent> decision() {
        return decision;
    }
}
