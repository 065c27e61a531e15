package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.LaterList;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Offer;
import io.lintel.protocol.wire.CourierMessage.OfferedDelta;
import io.lintel.protocol.wire.CourierMessage.ReceiptGiven;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.OpenerPayload;
import io.lintel.protocol.wire.PartBuffer;
import io.lintel.protocol.wire.Traffic;
import java.io.IOException;
import java.util.Optional;

/** A phone that was let in and stays to bring a list, or to take a receipt home (spec/revocation.md 6). */
final class Courier implements AutoCloseable {
    private static final int MOST_OCTETS = 65_536;

    private final ReaderTap tap;
    private final Material material;
    private final EncryptedSession session;
    private final long listEpoch;
    private long handed;

    private Courier(ReaderTap tap, Material material, EncryptedSession session, long listEpoch) {
        this.tap = tap;
        this.material = material;
        this.session = session;
        this.listEpoch = listEpoch;
    }

    /**
     * Taps cold and is granted.
     *
     * @throws NotTried where the reader's opener does not say that it takes lists from couriers
     */
    static Courier arrive(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        ReaderTap tap = bench.open();
        try (PhoneEnd phone = tap.phone(holder)) {
            OpenerPayload payload = phone.payload();
            if (!payload.flags().contains(OpenerPayload.Flag.COURIER_WANTED)) {
                throw new NotTried("the reader's openers do not say that it takes lists from couriers");
            }
            tap.send(ColdCases.whole(phone, holder));
            EncryptedSession session = phone.session();
            tap.expectGranted("TAP-6.1-9", session);
            return new Courier(tap, bench.material(), session, payload.listEpoch());
        } catch (IOException | RuntimeException refused) {
            tap.close();
            throw refused;
        }
    }

    /** Returns the epoch of the list that the reader said, in its opener, to enforce. */
    long listEpoch() {
        return listEpoch;
    }

    void say(CourierMessage message) throws IOException {
        say(message.encode().encode());
    }

    /** Sends traffic of any content. */
    void say(Bytes content) throws IOException {
        tap.send(session.seal(MessageKind.TRAFFIC, content));
    }

    /** Offers a list without a delta. */
    void offer(LaterList list) throws IOException {
        say(new Offer(list.head().bytes(), Optional.empty()));
    }

    /** Offers a list with a signature that is wrong by a bit. */
    void offerForged(LaterList list) throws IOException {
        Bytes head = list.head().bytes();
        say(new Offer(ColdCases.flip(head, head.size() - 1), Optional.empty()));
    }

    /** Offers a list with a delta. */
    void offer(LaterList list, ListDelta delta) throws IOException {
        say(new Offer(
                list.head().bytes(), Optional.of(new OfferedDelta(delta.bytes().size(), delta.base()))));
    }

    /** Hands octets over in parts. */
    void hand(Bytes octets) throws IOException {
        handed += octets.size();
        Mismatch.unless(
                handed <= MOST_OCTETS,
                "LIST-6.3-1",
                "a reader that asks for no more than " + MOST_OCTETS + " octets behind one answer",
                "one that asked for " + handed);
        for (CourierMessage part : PartBuffer.parts(octets)) {
            say(part);
        }
    }

    /** Expects a courier's message. */
    CourierMessage hear(String number) {
        Seen seen = tap.next();
        if (!(seen instanceof Seen.Message message) || !message.octets().startsWith(MessageKind.TRAFFIC.octet())) {
            throw new Mismatch(number, "a courier's message", seen.describe());
        }
        Bytes octets = message.octets();
        try {
            return CourierMessage.decode(Traffic.decode(session.open(MessageKind.TRAFFIC, octets)))
                    .orElseThrow(() -> new Mismatch("LIST-6.1-1", "a type from 16 to 20", octets.toHex()));
        } catch (CryptoException doesNotOpen) {
            throw new Mismatch("TAP-5.4-1", "traffic that opens under the to-phone key", octets.toHex());
        } catch (MalformedException malformed) {
            throw new Mismatch("LIST-6.1-3", "a courier's message in its form", String.valueOf(malformed.getMessage()));
        }
    }

    /** Expects the reader to ask for something. */
    void expectWant(String number, Wanted what, int chunk) {
        expect(number, new Want(what, chunk));
    }

    /** Expects the reader to say that it wants nothing more. */
    void expectNothingWanted(String number) {
        expect(number, Want.NOTHING);
    }

    private void expect(String number, Want wanted) {
        CourierMessage heard = hear(number);
        Mismatch.unless(heard.equals(wanted), number, describe(wanted), describe(heard));
    }

    /** Expects a receipt for a list; a reader that can promise nothing gives none, and says that it wants nothing. */
    Optional<Receipt> hearReceipt(String number, LaterList list) {
        CourierMessage heard = hear(number);
        if (heard.equals(Want.NOTHING)) {
            return Optional.empty();
        }
        if (!(heard instanceof ReceiptGiven given)) {
            throw new Mismatch(number, "a receipt, or that nothing is wanted", describe(heard));
        }
        Receipt receipt = verified(given);
        Mismatch.unless(
                receipt.list().equals(Optional.of(Receipt.ListInForce.of(list.list()))),
                "LIST-4-1",
                "a receipt of the list of epoch " + list.epoch(),
                "one of " + receipt.list());
        return Optional.of(receipt);
    }

    private Receipt verified(ReceiptGiven given) {
        try {
            return material.trust()
                    .verifyReceipt(material.reader(), given.receipt())
                    .value();
        } catch (StatementException notItsOwn) {
            throw new Mismatch(
                    "TAP-11-27",
                    "a receipt that this reader signed",
                    given.receipt().toHex());
        }
    }

    /** Brings a list, as far as the reader asks for it; then it says that it wants nothing more, or gives a receipt. */
    void bring(LaterList list) throws IOException {
        offer(list);
        CourierMessage heard = hear("LIST-6.2-4");
        while (heard instanceof Want want && want.what() != Wanted.NOTHING) {
            hand(wanted(list, want));
            heard = hear("LIST-6.2-6");
        }
        if (heard instanceof ReceiptGiven given) {
            verified(given);
        }
    }

    /** Returns what a want asks for. */
    private static Bytes wanted(LaterList list, Want want) {
        boolean offered = want.what() == Wanted.TABLE || (want.what() == Wanted.CHUNK && want.chunk() < list.chunks());
        Mismatch.unless(offered, "LIST-6.2-4", "a want for something that was offered", describe(want));
        return want.what() == Wanted.TABLE ? list.table() : list.chunk(want.chunk());
    }

    /** Expects the reader to end the session in silence. */
    void expectEnd(String number) {
        Seen seen = tap.next();
        Mismatch.unless(seen instanceof Seen.Closed, number, "a session that ends, without a message", seen.describe());
    }

    private static String describe(CourierMessage message) {
        return message instanceof Want want
                ? "want " + want.what() + (want.what() == Wanted.CHUNK ? " " + want.chunk() : "")
                : message.getClass().getSimpleName();
    }

    @Override
    public void close() {
        session.close();
        tap.close();
    }
}
