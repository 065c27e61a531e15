package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.ReceiptGiven;
import io.lintel.protocol.wire.CourierMessage.ReceiptRequest;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.PartBuffer;
import io.lintel.protocol.wire.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The tap is over, and the phone works as a courier ({@code spec/revocation.md}, "Couriers"): it offers a list, hands over
 * what the reader asks for, takes a receipt. Whatever goes wrong ends it, and nothing else.
 *
 * @param offering what was offered; empty once the reader wants nothing more
 * @param octetsLeft of lists that may still be handed over
 * @param octetsSent of lists that were
 */
record PhoneCarrying(
        EncryptedSession session,
        CourierErrand errand,
        Optional<Offering> offering,
        int octetsLeft,
        int octetsSent,
        Instant deadline)
        implements PhoneState {

    /** Begins with an offer, or a request for a receipt, or closes where there is nothing to do. */
    static PhoneStep begin(PhoneEstablished tapped, CourierBudget budget, Instant now) {
        Instant end = now.plus(budget.time());
        PhoneCarrying carrying = new PhoneCarrying(
                tapped.session(),
                tapped.errand(),
                Optional.empty(),
                budget.octets(),
                0,
                end.isBefore(tapped.deadline()) ? end : tapped.deadline());
        if (budget.octets() == 0) {
            return carrying.close(OptionalLong.empty());
        }
        Optional<Offering> offering = tapped.errand().offering();
        return offering.map(list -> carrying.offer(list)).orElseGet(() -> carrying.askForReceipt(now));
    }

    private PhoneStep offer(Offering list) {
        return new PhoneStep(with(Optional.of(list), 0), List.of(send(list.message())));
    }

    private PhoneStep askForReceipt(Instant now) {
        return errand.lacksReceipt(now)
                ? new PhoneStep(with(Optional.empty(), 0), List.of(send(new ReceiptRequest())))
                : close(OptionalLong.empty());
    }

    private PhoneCarrying with(Optional<Offering> offered, int sentNow) {
        return new PhoneCarrying(session, errand, offered, octetsLeft - sentNow, octetsSent + sentNow, deadline);
    }

    @Override
    public PhoneStep receive(MessageKind kind, Bytes message, Instant now) {
        if (kind != MessageKind.TRAFFIC) {
            return end();
        }
        Traffic traffic = session.openTraffic(message);
        if (traffic.isClose()) {
            return end();
        }
        return CourierMessage.decode(traffic)
                .map(said -> react(said, now))
                .orElseGet(() -> new PhoneStep(this, List.of()));
    }

    private PhoneStep react(CourierMessage said, Instant now) {
        if (said instanceof Want want) {
            return want.what() == Wanted.NOTHING ? nothingMore(now) : handOver(want);
        } else if (said instanceof ReceiptGiven given) {
            Optional<Receipt> receipt = errand.keep(given.receipt(), now);
            return close(receipt.map(kept -> OptionalLong.of(kept.listEpoch())).orElse(OptionalLong.empty()));
        }
        return end();
    }

    private PhoneStep nothingMore(Instant now) {
        return offering.isPresent() ? askForReceipt(now) : close(OptionalLong.empty());
    }

    private PhoneStep handOver(Want want) {
        Optional<Bytes> wanted =
                offering.flatMap(list -> list.octets(want)).filter(octets -> octets.size() <= octetsLeft);
        if (wanted.isEmpty()) {
            return close(OptionalLong.empty());
        }
        List<PhoneEffect> effects = new ArrayList<>();
        PartBuffer.parts(wanted.get()).forEach(part -> effects.add(send(part)));
        return new PhoneStep(with(offering, wanted.get().size()), effects);
    }

    private PhoneEffect send(CourierMessage message) {
        return new PhoneEffect.Send(
                session.seal(MessageKind.TRAFFIC, message.encode().encode()));
    }

    /** Ends in order, because the work is done or the owner says so. */
    PhoneStep close(OptionalLong receiptEpoch) {
        Bytes close = session.seal(MessageKind.TRAFFIC, Traffic.close().encode());
        return new PhoneStep(
                PhoneEnded.ENDED,
                List.of(
                        new PhoneEffect.Send(close),
                        new PhoneEffect.Carried(new CourierReport(octetsSent, receiptEpoch)),
                        new PhoneEffect.End()));
    }

    /** Ends because the reader, the channel or the clock did. */
    PhoneStep end() {
        CourierReport report = new CourierReport(octetsSent, OptionalLong.empty());
        return new PhoneStep(PhoneEnded.ENDED, List.of(new PhoneEffect.Carried(report), new PhoneEffect.End()));
    }

    @Override
    public Outcome outcomeOnFailure() {
        return Outcome.UNKNOWN;
    }

    @Override
    public void leaveFor(PhoneState next) {
        if (!(next instanceof PhoneCarrying)) {
            session.close();
        }
    }
}
