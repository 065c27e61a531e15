package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.FaultyWalletStore;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Phones carry lists to a reader that is never online, and its receipts home. */
class CourierTest {
    private TestSite site;
    private ReaderDraft door;
    private Reader reader;
    private TestPhone phone;

    @BeforeEach
    void openADoor() {
        open(Suite.X25519);
    }

    private void open(Suite suite) {
        site = TestSite.of(suite, 1);
        door = site.reader().list(site.list(3));
        reader = door.start();
        phone = site.phone();
    }

    private Conversation carry(TestPhone courier) {
        return carry(courier, CourierBudget.standard());
    }

    private Conversation carry(TestPhone courier, CourierBudget budget) {
        return Conversation.between(reader, courier).carry(budget);
    }

    private long epoch() {
        return reader.listInForce().orElseThrow().value().listEpoch();
    }

    private Signed<RevocationList> longList(long epoch, int serials) {
        long[] revoked =
                new Random(epoch).longs(serials, 1000, 1000 + 1000L * serials).toArray();
        return site.list(epoch, 1, SerialSet.of(revoked));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void revokedPhoneIsRefusedOnceACourierHasTapped(Suite suite) {
        open(suite);
        TestPhone revoked = site.phone();
        Signed<RevocationList> newer = site.list(4, revoked.serial());
        assertEquals(new TapResult.Granted(TapPath.COLD), Conversation.tap(reader, revoked));
        CheckedIn.with(phone, newer);

        Conversation tap = carry(phone);

        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result());
        assertEquals(OptionalLong.of(4), tap.report().receiptEpoch());
        assertEquals(newer, reader.listInForce().orElseThrow());
        assertEquals(new TapResult.Denied(TapPath.FAST, DenialReason.REVOKED), Conversation.tap(reader, revoked));
        Receipt receipt = site.trust()
                .verifyReceipt(
                        door.certificate().value(), CheckedIn.undelivered(phone).get(0))
                .value();
        assertEquals(Receipt.ListInForce.of(newer), receipt.list().orElseThrow());
        assertEquals(1, reader.counters().get(Counter.COURIER_LISTS));
    }

    @Test
    @Spec({"LIST-6-1", "TAP-5.4-13"})
    void nothingOfTheCouriersWorkComesBeforeTheAnswer() {
        CheckedIn.with(phone, site.list(4));
        Conversation tap = carry(phone);
        int answer = tap.kinds().indexOf(Kind.ANSWER);
        assertTrue(answer < tap.kinds().indexOf(Kind.TRAFFIC));
        assertEquals(
                List.of(Kind.OPENER, Kind.WHO, Kind.CERTIFICATE, Kind.COLD),
                tap.kinds().subList(0, answer));
    }

    @Test
    @Spec({"LIST-6.1-2", "LIST-6.3-12", "TAP-6.1-23"})
    void longListResumesWithTheNextCourier() {
        Signed<RevocationList> newer = longList(4, 9_000);
        int taps = 0;
        while (epoch() < 4) {
            TestPhone courier = site.phone();
            CheckedIn.with(courier, newer);
            Conversation tap = carry(courier);
            assertTrue(tap.report().octets() <= 8192);
            taps++;
        }
        int perTap = 8192 / 2048;
        assertTrue(taps <= newer.bytes().size() / ((perTap - 2) * 2048) + 1, taps + " taps");
        assertEquals(newer, reader.listInForce().orElseThrow());
    }

    @Test
    @Spec({"LIST-6.2-7", "TAP-6.2-33"})
    void deltaSparesTheChunks() {
        Signed<RevocationList> old = longList(4, 9_000);
        SerialSet more = old.value().revoked().toSet().union(SerialSet.of(5, 6, 7));
        reader.install(old.bytes(), TestSite.NOW);
        CheckedIn.with(phone, old);
        CheckedIn.with(phone, site.list(5, 1, more));
        CheckedIn.with(phone, site.list(6, 1, more.union(SerialSet.of(9))));

        Conversation tap = carry(phone);

        assertEquals(6, epoch(), "two lists behind is one delta");
        assertTrue(tap.report().octets() < 200, tap.report().toString());
        assertEquals(OptionalLong.of(6), tap.report().receiptEpoch());
    }

    @Test
    @Spec({"LIST-6.2-2", "LIST-6.2-3", "LIST-6.2-8", "LIST-6.2-10", "TAP-6.2-30"})
    void receiptIsAskedForOnceADayAndForEachNewerList() {
        CheckedIn.with(phone, site.list(3));
        assertEquals(OptionalLong.of(3), carry(phone).report().receiptEpoch());
        assertEquals(OptionalLong.empty(), carry(phone).report().receiptEpoch(), "it has that one");
        reader.install(site.list(4).bytes(), TestSite.NOW);
        assertEquals(OptionalLong.of(4), carry(phone).report().receiptEpoch());
        assertEquals(1, CheckedIn.undelivered(phone).size(), "the newest of a reader is enough");
        Conversation nextDay = Conversation.between(
                        reader,
                        phone.wallet(),
                        Conversation.GESTURE,
                        TestSite.NOW.plus(CourierBag.RECEIPT_AGE),
                        sent -> List.of(sent.message()))
                .carry(CourierBudget.standard());
        assertEquals(OptionalLong.of(4), nextDay.report().receiptEpoch());
    }

    @Test
    @Spec("LIST-4-1")
    void readerWithoutAMemoryGivesNoReceiptAndTakesTheList() {
        reader = site.reader().memory(ReaderMemory.none()).list(site.list(3)).start();
        CheckedIn.with(phone, site.list(4));
        assertEquals(OptionalLong.empty(), carry(phone).report().receiptEpoch());
        assertEquals(4, epoch());
        assertEquals(List.of(), CheckedIn.undelivered(phone));
    }

    @Test
    @Spec({"LIST-6-2", "TAP-5.4-10"})
    void appAndSiteMayDoWithoutCouriers() {
        CheckedIn.with(phone, site.list(4));
        Conversation unwilling = carry(phone, CourierBudget.NONE);
        assertEquals(new CourierReport(0, OptionalLong.empty()), unwilling.report());
        assertEquals(3, epoch());
        reader = site.reader()
                .limits(ReaderLimits.standard().withCourier(0))
                .list(site.list(3))
                .start();
        assertEquals(0, carry(phone).report().octets());
        assertEquals(3, epoch());
    }

    @Test
    @Spec({"LIST-6.2-9", "LIST-6.4-4"})
    void budgetOfThePhoneHoldsWhateverTheReaderWants() {
        CheckedIn.with(phone, longList(4, 9_000));
        Conversation tap = carry(phone, new CourierBudget(2500, Duration.ofSeconds(5)));
        assertTrue(tap.report().octets() <= 2500);
        assertTrue(tap.report().octets() > 0);
    }

    @Test
    @Spec("TAP-6.2-37")
    void deadlineOfTheCouriersWorkEndsItInSilence() {
        CheckedIn.with(phone, site.list(4));
        Conversation tap = Conversation.between(reader, phone, sent -> List.of(sent.message()));
        tap.run();
        List<PhoneEffect> begun = tap.phone().carry(new CourierBudget(8192, Duration.ofSeconds(1)), TestSite.NOW);
        assertInstanceOf(PhoneEffect.Send.class, begun.get(0));
        assertEquals(TestSite.NOW.plusSeconds(1), tap.phone().deadline());
        assertEquals(
                List.of(new PhoneEffect.Carried(new CourierReport(0, OptionalLong.empty())), new PhoneEffect.End()),
                tap.phone().expire(TestSite.NOW.plusSeconds(1)));
    }

    @Test
    @Spec("LIST-6.4-5")
    void storeThatFailsChangesNeitherTapNorList() {
        CheckedIn.with(phone, site.list(4));
        FaultyWalletStore store = FaultyWalletStore.of(phone.store());
        TestPhone failing = phone.over(store);
        store.failing().add(FaultyWalletStore.Operation.SAVE_BAG);
        assertEquals(OptionalLong.of(4), carry(failing).report().receiptEpoch());
        assertEquals(List.of(), CheckedIn.undelivered(phone));
        store.failing().add(FaultyWalletStore.Operation.READ_BAG);
        assertEquals(new TapResult.Granted(TapPath.FAST), carry(failing).result());
    }

    @Test
    @Spec("LIST-6.2-1")
    void olderListAndOlderHeadAreNotOffered() {
        CheckedIn.with(phone, site.list(4));
        reader.install(site.list(5).bytes(), TestSite.NOW);
        carry(phone);
        assertEquals(0, reader.counters().get(Counter.COURIER_OFFERS));
        assertEquals(5, epoch());
    }

    @Test
    @Spec("LIST-6.4-3")
    void phoneThatGivesUpItsCredentialCarriesNothingOn() {
        CheckedIn.with(phone, site.list(3));
        carry(phone);
        assertEquals(1, CheckedIn.undelivered(phone).size());
        phone.wallet().remove(site.project(), phone.serial());
        assertEquals(List.of(), CheckedIn.undelivered(phone));
        assertEquals(Bytes.EMPTY, phone.store().courierBag(site.project()).orElse(Bytes.EMPTY));
    }
}
