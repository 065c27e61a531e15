package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.CountingDiffieHellman;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.ColdMessage;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.OpenerKeys;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cold messages that nobody can stand behind cost a reader no DH, or few. */
class ForgedFloodTest {
    private static final int DH_PER_COLD_MESSAGE = 3;

    private CountingDiffieHellman dh;
    private TestSite site;
    private Reader reader;
    private ReaderDraft door;
    private int burst;

    @BeforeEach
    void openADoor() {
        site = TestSite.of(Suite.X25519, 1, suite -> {
            dh = new CountingDiffieHellman(suite.diffieHellman());
            return suite.withDiffieHellman(dh);
        });
        door = site.reader().directory(List.of(site.phone().credential()));
        reader = door.start();
        burst = ReaderLimits.standard().failedColdBurst();
    }

    @Test
    void outsidersCostNoDhAndNoBudget() {
        int size = Lengths.coldWithCredential(Suite.X25519);
        long before = dh.agreements();

        for (int i = 0; i < 10_000; i++) {
            Bytes forged = Bytes.concat(Bytes.of(Kind.COLD), site.random().octets(size - 1));
            ReaderSession session = reader.open(Transport.BLE_GATT, TestSite.NOW);
            assertRefused(session.receive(forged, TestSite.NOW), TapError.NOT_AUTHENTIC);
        }

        assertEquals(before, dh.agreements());
        assertEquals(burst, ReaderSnapshot.of(reader).tokens());
        assertEquals(10_000, reader.counters().get(Counter.COLD_FAILED_GATE));
        assertEquals(1, ReaderSnapshot.of(reader).ephemerals(), "one ephemeral served all of them");
    }

    @Test
    void aFloodOfRecordedColdMessagesCostsNoDh() {
        Conversation recorded = Conversation.between(reader, site.phone()).complete();
        long before = dh.agreements();

        for (int i = 0; i < 1_000; i++) {
            ReaderSession session = reader.open(Transport.BLE_GATT, TestSite.NOW);
            assertRefused(session.receive(recorded.message(Kind.COLD), TestSite.NOW), TapError.NOT_AUTHENTIC);
        }

        assertEquals(before, dh.agreements());
    }

    @Test
    void insidersAreStoppedBeforeTheDhOnceTheBudgetIsSpent() {
        long before = dh.agreements();

        for (int i = 0; i < 1_000; i++) {
            ReaderSession session = reader.open(Transport.BLE_GATT, TestSite.NOW);
            TapError expected = i < burst ? TapError.NOT_AUTHENTIC : TapError.RATE_LIMITED;
            assertRefused(session.receive(insiderForgery(session.opener()), TestSite.NOW), expected);
        }

        assertTrue(dh.agreements() - before <= (long) DH_PER_COLD_MESSAGE * burst);
    }

    @Test
    @Spec({"TAP-4.3-14", "TAP-6.1-31"})
    void insidersThatNeverSendTheirCredentialAreStoppedToo() {
        TestPhone stranger = site.phone();
        stranger.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        long before = dh.agreements();
        List<Conversation> silent = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            silent.add(Conversation.between(
                            reader,
                            stranger,
                            sent -> sent.kind() == Kind.CREDENTIAL ? List.of() : List.of(sent.message()))
                    .run());
        }

        assertEquals(burst, count(silent, Kind.SEND_CREDENTIAL));
        assertEquals(1_000 - burst, count(silent, Kind.REFUSED));
        assertEquals(
                (long) DH_PER_COLD_MESSAGE * (1_000 + burst), dh.agreements() - before, "the phone's own included");
        silent.forEach(Conversation::hangUp);
        assertEquals(0, ReaderSnapshot.of(reader).tokens());
    }

    @Test
    void aFloodStopsColdTapsForAMomentAndNeverFastOnes() {
        TestPhone regular = site.phone();
        TestPhone newcomer = site.phone();
        Conversation.tap(reader, regular);
        newcomer.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        for (int i = 0; i <= burst; i++) {
            ReaderSession session = reader.open(Transport.BLE_GATT, TestSite.NOW);
            session.receive(insiderForgery(session.opener()), TestSite.NOW);
        }

        Conversation refused = Conversation.between(reader, newcomer).complete();
        assertEquals(Optional.of(TapError.RATE_LIMITED), refused.readerError());
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, regular));

        Instant later = TestSite.NOW.plus(ReaderLimits.standard().failedColdEvery());
        Conversation granted = Conversation.between(
                        reader, newcomer.wallet(), Conversation.GESTURE, later, sent -> List.of(sent.message()))
                .complete();
        assertEquals(new Granted(TapPath.COLD), granted.result());
    }

    @Test
    void coldTapsThatSucceedOrAreDeniedSpendNoBudget() {
        TestPhone expired = site.phone(credential -> credential.validUntil(Optional.of(TestSite.NOW)));
        for (int i = 0; i < 2 * burst; i++) {
            Conversation.tap(reader, expired);
            Conversation.tap(reader, site.phone());
        }

        assertEquals(burst, ReaderSnapshot.of(reader).tokens());
        assertEquals(2L * burst, reader.counters().get(Counter.COLD_DENIED));
        assertEquals(2L * burst, reader.counters().get(Counter.COLD_GRANTED));
    }

    /** A cold message whose gate is right, as anybody with the project key can make it, and nothing else. */
    private Bytes insiderForgery(Bytes opener) {
        ProjectKey key = site.projectKey();
        Bytes ephemeral = site.suite().generateDhKeyPair().publicKey().encoded();
        int rest = Lengths.coldWithCredential(Suite.X25519) - Lengths.KIND - Lengths.GATE - ephemeral.size();
        try (OpenerKeys keys = new OpenerKeys(site.suite(), key.key(), opener.slice(13, Lengths.HEADER))) {
            Bytes gate = keys.gate(opener, ephemeral);
            return new ColdMessage(gate, Bytes.concat(ephemeral, site.random().octets(rest))).encode();
        }
    }

    private static long count(List<Conversation> taps, int kind) {
        return taps.stream().filter(tap -> tap.kinds().contains(kind)).count();
    }

    private static void assertRefused(List<ReaderEffect> effects, TapError error) {
        assertEquals(
                List.of(new ReaderEffect.Send(Bytes.of(Kind.REFUSED)), new ReaderEffect.End(Optional.of(error))),
                effects);
    }
}
