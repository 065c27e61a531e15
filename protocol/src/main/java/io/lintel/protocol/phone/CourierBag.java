package io.lintel.protocol.phone;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.proto.CarriedDeltaBody;
import io.lintel.protocol.proto.CarriedReceiptBody;
import io.lintel.protocol.proto.CourierBagBody;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.ProtoOctets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a phone carries for one project beside its newest list ({@code spec/revocation.md}, "Couriers"): the list's head,
 * deltas to it from the lists that the phone had before, and receipts of readers. Bounded, and no secret. Immutable.
 *
 * @param headEpoch of the list that the head is of, 0 without a head
 * @param head the signed head
 * @param deltas newest base first
 * @param receipts oldest first
 */
record CourierBag(long headEpoch, Bytes head, List<CarriedDelta> deltas, List<CarriedReceipt> receipts) {
    static final CourierBag EMPTY = new CourierBag(0, Bytes.EMPTY, List.of(), List.of());

    static final int MAX_DELTAS = 4;
    static final int MAX_DELTA_OCTETS = 7168;
    static final int MAX_RECEIPTS = 64;

    /** The age at which a reader is asked again: its clock and its configuration may be worth knowing. */
    static final Duration RECEIPT_AGE = Duration.ofDays(1);

    /** A delta to the newest list from the one of an earlier epoch. */
    record CarriedDelta(long baseEpoch, ListDelta delta) {}

    /** The newest receipt that a reader gave, and what is left of it once a manager has it. */
    record CarriedReceipt(Bytes readerKey, long listEpoch, long number, Instant taken, Optional<Bytes> signed) {}

    CourierBag {
        deltas = List.copyOf(deltas);
        receipts = List.copyOf(receipts);
    }

    CourierBag withHead(Signed<ListHead> newest) {
        return new CourierBag(newest.value().listEpoch(), newest.bytes(), deltas, receipts);
    }

    /** The phone has gone from one list to a newer one: deltas to the old one now give the new one, where they stay small. */
    CourierBag moved(Signed<RevocationList> from, Signed<RevocationList> to) {
        List<CarriedDelta> next = new ArrayList<>();
        ListDelta.within(MAX_DELTA_OCTETS, from, to)
                .ifPresent(delta -> next.add(new CarriedDelta(from.value().listEpoch(), delta)));
        for (CarriedDelta old : deltas) {
            if (old.delta().result().equals(from.fingerprint()) && next.size() < MAX_DELTAS) {
                old.delta()
                        .then(MAX_DELTA_OCTETS, from, to)
                        .ifPresent(delta -> next.add(new CarriedDelta(old.baseEpoch(), delta)));
            }
        }
        return new CourierBag(headEpoch, head, next, receipts);
    }

    /** Returns the delta that gives a list from the one of that epoch. */
    Optional<ListDelta> delta(long baseEpoch, Signed<RevocationList> list) {
        return deltas.stream()
                .filter(carried -> carried.baseEpoch() == baseEpoch)
                .map(CarriedDelta::delta)
                .filter(delta -> delta.result().equals(list.fingerprint()))
                .findFirst();
    }

    /** Returns whether a receipt of a reader that enforces a list of that epoch would say something new. */
    boolean lacksReceipt(Bytes readerKey, long listEpoch, Instant now) {
        return receipts.stream()
                .filter(known -> known.readerKey().equals(readerKey))
                .noneMatch(known -> known.listEpoch() >= listEpoch
                        && !now.isBefore(known.taken())
                        && now.isBefore(known.taken().plus(RECEIPT_AGE)));
    }

    /** Takes a verified receipt, in place of an earlier one of the same reader; the oldest of too many leaves. */
    CourierBag withReceipt(Signed<Receipt> signed, Instant now) {
        Receipt receipt = signed.value();
        List<CarriedReceipt> next = new ArrayList<>(receipts);
        boolean known = next.removeIf(
                other -> other.readerKey().equals(receipt.readerKey()) && other.number() <= receipt.number());
        boolean older =
                !known && next.stream().anyMatch(other -> other.readerKey().equals(receipt.readerKey()));
        if (older) {
            return this;
        }
        next.add(new CarriedReceipt(
                receipt.readerKey(),
                receipt.listEpoch(),
                receipt.number(),
                Instant.ofEpochSecond(now.getEpochSecond()),
                Optional.of(signed.bytes())));
        return withReceipts(next.subList(Math.max(0, next.size() - MAX_RECEIPTS), next.size()));
    }

    /** Returns the receipts that no manager has yet, oldest first. */
    List<Bytes> undelivered() {
        return receipts.stream().flatMap(receipt -> receipt.signed().stream()).toList();
    }

    /** A manager has these receipts: that they were given is all that is kept of them. */
    CourierBag delivered(List<Bytes> signed) {
        return withReceipts(receipts.stream()
                .map(receipt -> receipt.signed().filter(signed::contains).isEmpty()
                        ? receipt
                        : new CarriedReceipt(
                                receipt.readerKey(),
                                receipt.listEpoch(),
                                receipt.number(),
                                receipt.taken(),
                                Optional.empty()))
                .toList());
    }

    private CourierBag withReceipts(List<CarriedReceipt> other) {
        return new CourierBag(headEpoch, head, deltas, other);
    }

    Bytes encode() {
        CourierBagBody.Builder body =
                CourierBagBody.newBuilder().setHeadEpoch((int) headEpoch).setHead(ProtoOctets.of(head));
        for (CarriedDelta carried : deltas) {
            body.addDeltas(CarriedDeltaBody.newBuilder()
                    .setBaseEpoch((int) carried.baseEpoch())
                    .setDelta(ProtoOctets.of(carried.delta().bytes())));
        }
        for (CarriedReceipt carried : receipts) {
            body.addReceipts(CarriedReceiptBody.newBuilder()
                    .setReaderKey(ProtoOctets.of(carried.readerKey()))
                    .setListEpoch((int) carried.listEpoch())
                    .setNumber((int) carried.number())
                    .setTaken(carried.taken().getEpochSecond())
                    .setReceipt(ProtoOctets.of(carried.signed().orElse(Bytes.EMPTY))));
        }
        return Bytes.copyOf(body.build().toByteArray());
    }

    /** Returns what {@link #encode} wrote; nothing for anything else. */
    static Optional<CourierBag> decode(Bytes octets) {
        try {
            CourierBagBody body = CourierBagBody.parseFrom(octets.toByteArray());
            return Optional.of(new CourierBag(
                    Integer.toUnsignedLong(body.getHeadEpoch()),
                    ProtoOctets.bytes(body.getHead()),
                    body.getDeltasList().stream().map(CourierBag::delta).toList(),
                    body.getReceiptsList().stream().map(CourierBag::receipt).toList()));
        } catch (InvalidProtocolBufferException | ListDeltaException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static CarriedDelta delta(CarriedDeltaBody body) {
        return new CarriedDelta(
                Integer.toUnsignedLong(body.getBaseEpoch()), ListDelta.parse(ProtoOctets.bytes(body.getDelta())));
    }

    private static CarriedReceipt receipt(CarriedReceiptBody body) {
        Bytes signed = ProtoOctets.bytes(body.getReceipt());
        return new CarriedReceipt(
                ProtoOctets.bytes(body.getReaderKey()),
                Integer.toUnsignedLong(body.getListEpoch()),
                Integer.toUnsignedLong(body.getNumber()),
                Instant.ofEpochSecond(body.getTaken()),
                Optional.of(signed).filter(octets -> !octets.isEmpty()));
    }

    /** Names no reader. */
    @Override
    public String toString() {
        return "CourierBag[head epoch " + headEpoch + ", " + deltas.size() + " deltas, " + receipts.size()
                + " receipts]";
    }
}
