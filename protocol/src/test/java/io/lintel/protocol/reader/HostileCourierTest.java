package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.PhoneVoice;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Offer;
import io.lintel.protocol.wire.CourierMessage.OfferedDelta;
import io.lintel.protocol.wire.CourierMessage.Part;
import io.lintel.protocol.wire.CourierMessage.ReceiptRequest;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.PartBuffer;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a courier sends costs the reader bounded work and never an older, or another, list. */
class HostileCourierTest {
    private static final int TAPS = 1000;

    private CourierBench bench;
    private Signed<RevocationList> old;
    private Signed<RevocationList> newer;

    @BeforeEach
    void openADoor() {
        bench = new CourierBench();
        old = bench.list(3, 9_000);
        newer = bench.list(4, 9_000);
        bench.keeper.list.install(old.bytes(), bench.now);
    }

    private void offerOften(Offer offer) {
        for (int i = 0; i < TAPS; i++) {
            CourierVisit visit = bench.visit();
            assertEquals(Optional.of(Want.NOTHING), bench.say(visit, offer));
            visit.leave();
        }
    }

    @Test
    @Spec("LIST-6.3-14")
    void staleHeadsCostAFewSignaturesAndThenNone() {
        offerOften(bench.offer(bench.list(2, 100)));
        assertEquals(CourierDesk.FAILURES, bench.keeper.heads);
        assertEquals(3, bench.epoch());
    }

    @Test
    @Spec({"LIST-6.3-5", "LIST-6.3-6", "LIST-6.3-7", "LIST-6.3-9"})
    void forgedHeadsCostAFewSignaturesAndThenOneAMinute() {
        Bytes good = bench.head(newer);
        byte[] forged = good.toByteArray();
        forged[forged.length - 1] ^= 1;
        Offer offer = new Offer(Bytes.copyOf(forged), Optional.empty());
        offerOften(offer);
        assertEquals(16, bench.keeper.heads);

        bench.now = bench.now.plus(Duration.ofMinutes(2));
        offerOften(offer);
        assertEquals(18, bench.keeper.heads);
        assertEquals(TAPS * 2L, bench.counters.get(Counter.COURIER_OFFERS));
    }

    @Test
    @Spec("LIST-6.3-11")
    void forgedTablesCostATokenEachAndEndTheCouriersWork() {
        for (int i = 0; i < CourierDesk.FAILURES; i++) {
            assertEquals(Want.NOTHING, bench.serve(newer, Optional.empty(), (want, octets) -> flipped(octets, 7)));
        }
        int heads = bench.keeper.heads;
        CourierVisit other = bench.visit();
        assertEquals(Optional.of(Want.NOTHING), bench.say(other, bench.offer(bench.list(5, 100))));
        assertEquals(heads, bench.keeper.heads, "no token is left for another head");
    }

    @Test
    @Spec("LIST-6.3-10")
    void headThatWasVerifiedOnceCostsNoSignatureAgain() {
        for (int i = 0; i < TAPS; i++) {
            CourierVisit visit = bench.visit();
            assertEquals(Optional.of(new Want(Wanted.TABLE, 0)), bench.say(visit, bench.offer(newer)));
            visit.leave();
        }
        assertEquals(1, bench.keeper.heads);
    }

    @Test
    void forgedTableIsNotKept() {
        CourierMessage answer = bench.serve(newer, Optional.empty(), (want, octets) -> flipped(octets, 7));
        assertEquals(Want.NOTHING, answer);
        CourierVisit next = bench.visit();
        assertEquals(Optional.of(new Want(Wanted.TABLE, 0)), bench.say(next, bench.offer(newer)));
        assertEquals(1, bench.counters.get(Counter.COURIER_FAILED));
    }

    @Test
    @Spec({"LIST-3-4", "LIST-3-5", "LIST-6.2-6"})
    void forgedChunkIsNotKeptAndSpoilsNothing() {
        bench.serve(newer, Optional.empty(), (want, octets) -> want.chunk() == 1 ? flipped(octets, 2047) : octets);
        CourierVisit next = bench.visit();
        assertEquals(Optional.of(new Want(Wanted.CHUNK, 1)), bench.say(next, bench.offer(newer)));
        next.leave();
        while (bench.epoch() < 4) {
            bench.serve(newer);
        }
        assertEquals(Optional.of(newer), bench.keeper.inForce());
        assertEquals(1, bench.keeper.lists, "the whole is verified once");
    }

    @Test
    void partsOutOfOrderAreAForgedChunk() {
        bench.serve(newer); // brings the table
        CourierVisit visit = bench.visit();
        Want want = assertInstanceOf(
                Want.class, bench.say(visit, bench.offer(newer)).orElseThrow());
        List<CourierMessage> parts =
                new ArrayList<>(PartBuffer.parts(CourierBench.wanted(want, newer, Optional.empty())));
        Collections.swap(parts, 0, 1);
        Optional<CourierMessage> answer = Optional.empty();
        for (CourierMessage part : parts) {
            answer = bench.say(visit, part);
        }
        assertEquals(Optional.of(Want.NOTHING), answer);
        assertEquals(1, bench.counters.get(Counter.COURIER_FAILED));
    }

    @Test
    @Spec("LIST-6.3-1")
    void nobodyHandsOverMoreThanTheBudget() {
        Signed<RevocationList> huge = bench.list(5, 150_000);
        int[] octets = {0};
        CourierMessage last = bench.serve(huge, Optional.empty(), (want, sent) -> {
            octets[0] += sent.size();
            return sent;
        });
        assertEquals(Want.NOTHING, last);
        assertTrue(octets[0] <= CourierBench.OCTETS, octets[0] + " octets");
        assertTrue(octets[0] >= CourierBench.OCTETS / 2, octets[0] + " octets");
    }

    @Test
    @Spec({"LIST-6.1-4", "TAP-6.1-24"})
    void partsThatNobodyAskedForEndTheSession() {
        CourierVisit visit = bench.visit();
        assertThrows(MalformedException.class, () -> bench.say(visit, new Part(Bytes.of(1))));
        bench.say(visit, bench.offer(newer));
        assertThrows(
                MalformedException.class, () -> bench.say(visit, new Part(Bytes.of(1))), "neither full nor the rest");
        assertThrows(MalformedException.class, () -> bench.say(visit, bench.offer(newer)), "one offer is enough");
        assertThrows(MalformedException.class, () -> bench.say(visit, new ReceiptRequest()), "parts are awaited");
        assertThrows(MalformedException.class, () -> bench.say(visit, Want.NOTHING), "readers say that");
    }

    @Test
    void sessionEndsInSilenceAndGivesThePlaceBack() {
        Reader reader = bench.site.reader().list(old).start();
        for (int i = 0; i <= CourierDesk.MAX_VISITS; i++) {
            Conversation tap = Conversation.between(reader, bench.site.phone()).run();
            Bytes offer = bench.offer(newer).encode().encode();
            assertEquals(
                    1,
                    tap.reader()
                            .receive(PhoneVoice.traffic(tap.phone(), offer), TestSite.NOW)
                            .size(),
                    "a want");
            Bytes again = PhoneVoice.traffic(tap.phone(), offer);
            assertEquals(
                    List.of(new ReaderEffect.End(Optional.of(TapError.MALFORMED))),
                    tap.reader().receive(again, TestSite.NOW));
        }
        assertTrue(reader.services.couriers().enter(), "a place is free");
    }

    @Test
    @Spec("LIST-6.3-2")
    void secondReceiptIsRefused() {
        CourierVisit visit = bench.visit();
        bench.say(visit, new ReceiptRequest());
        assertThrows(MalformedException.class, () -> bench.say(visit, new ReceiptRequest()));
    }

    @Test
    void courierThatGoesInTheMiddleLosesItsChunkAlone() {
        bench.serve(newer);
        CourierVisit gone = bench.visit();
        Want before =
                assertInstanceOf(Want.class, bench.say(gone, bench.offer(newer)).orElseThrow());
        bench.say(
                gone,
                PartBuffer.parts(CourierBench.wanted(before, newer, Optional.empty()))
                        .get(0));
        gone.leave();
        assertEquals(Optional.of(before), bench.say(bench.visit(), bench.offer(newer)));
    }

    @Test
    @Spec("LIST-6.3-3")
    void floodOfOffersFindsAFewPlacesAndTheyAreGivenBack() {
        List<CourierVisit> flood = new ArrayList<>();
        int served = 0;
        for (int i = 0; i < TAPS; i++) {
            CourierVisit visit = bench.visit();
            flood.add(visit);
            served += bench.say(visit, bench.offer(newer)).equals(Optional.of(Want.NOTHING)) ? 0 : 1;
        }
        assertEquals(4, served);
        flood.forEach(CourierVisit::leave);
        flood.forEach(CourierVisit::leave);
        assertEquals(Optional.of(new Want(Wanted.TABLE, 0)), bench.say(bench.visit(), bench.offer(newer)));
    }

    @Test
    @Spec({"LIST-6.2-4", "LIST-6.2-5"})
    void deltaToAnotherBaseOrTooLargeIsNotAskedFor() {
        ListDelta other = ListDelta.between(withOneMore(newer, 2), newer);
        Offer offer = new Offer(
                bench.head(newer), Optional.of(new OfferedDelta(other.bytes().size(), other.base())));
        assertEquals(Optional.of(new Want(Wanted.TABLE, 0)), bench.say(bench.visit(), offer));
        Offer large = new Offer(bench.head(newer), Optional.of(new OfferedDelta(0xffff, old.fingerprint())));
        assertEquals(Optional.of(new Want(Wanted.TABLE, 0)), bench.say(bench.visit(), large));
    }

    @Test
    @Spec("LIST-6.3-8")
    void deltaWithAnotherResultIsRefusedAndCostsATokenEachTime() {
        Signed<RevocationList> next = withOneMore(old, 4);
        Signed<RevocationList> unasked = withOneMore(old, 5);
        ListDelta honest = ListDelta.between(old, next);
        ListDelta forged = ListDelta.between(old, unasked);
        int deltas = 0;
        for (int i = 0; i < TAPS; i++) {
            int[] asked = {0};
            bench.serve(next, Optional.of(honest), (want, octets) -> {
                asked[0] += want.what() == Wanted.DELTA ? 1 : 0;
                return want.what() == Wanted.DELTA ? resized(forged.bytes(), octets.size()) : flipped(octets, 0);
            });
            deltas += asked[0];
        }
        assertTrue(deltas <= CourierDesk.FAILURES, deltas + " deltas");
        assertEquals(0, bench.keeper.lists, "no signature was checked");
        assertEquals(3, bench.epoch());
    }

    @Test
    @Spec("LIST-2-6")
    void everyFlippedOctetOfADeltaIsRefused() {
        Signed<RevocationList> next = withOneMore(old, 4);
        ListDelta delta = ListDelta.between(old, next);
        for (int at = 0; at < delta.bytes().size(); at++) {
            int position = at;
            bench.desk = bench.start();
            bench.serve(
                    next,
                    Optional.of(delta),
                    (want, octets) -> flipped(octets, want.what() == Wanted.DELTA ? position : 0));
            assertEquals(Optional.of(old), bench.keeper.inForce(), "octet " + at);
        }
        bench.desk = bench.start();
        bench.serve(next, Optional.of(delta), (want, octets) -> octets);
        assertEquals(Optional.of(next), bench.keeper.inForce());
    }

    @Test
    @Spec({"LIST-6.3-4", "LIST-6.3-13"})
    void newerHeadTakesThePlaceOfTheListThatWasUnderWay() {
        bench.serve(newer);
        CourierVisit late = bench.visit();
        Want want =
                assertInstanceOf(Want.class, bench.say(late, bench.offer(newer)).orElseThrow());
        assertEquals(Wanted.CHUNK, want.what());
        Signed<RevocationList> newest = bench.list(5, 2_000);
        bench.serve(newest);
        assertEquals(5, bench.epoch());
        assertEquals(Want.NOTHING, bench.hand(late, CourierBench.wanted(want, newer, Optional.empty())));
        assertEquals(0, bench.counters.get(Counter.COURIER_FAILED), "an honest courier that came late");
        assertEquals(Optional.of(newest), bench.keeper.inForce());
    }

    @Test
    void listThatCannotBeKeptIsTriedAgainAndNotFetchedAgain() {
        Signed<RevocationList> small = bench.list(4, 1_000);
        bench.keeper.broken = true;
        assertEquals(Want.NOTHING, bench.serve(small));
        assertEquals(3, bench.epoch());
        bench.keeper.broken = false;
        bench.serve(small, Optional.empty(), (want, octets) -> {
            throw new AssertionError("it is all there");
        });
        assertEquals(4, bench.epoch());
    }

    private Signed<RevocationList> withOneMore(Signed<RevocationList> list, long epoch) {
        return bench.site.list(epoch, 1, list.value().revoked().toSet().union(SerialSet.of(4_000_000 + epoch)));
    }

    private static Bytes flipped(Bytes octets, int at) {
        byte[] changed = octets.toByteArray();
        changed[at] ^= 0x10;
        return Bytes.copyOf(changed);
    }

    private static Bytes resized(Bytes octets, int size) {
        byte[] sized = new byte[size];
        octets.slice(0, Math.min(size, octets.size())).copyTo(sized, 0);
        return Bytes.copyOf(sized);
    }
}
