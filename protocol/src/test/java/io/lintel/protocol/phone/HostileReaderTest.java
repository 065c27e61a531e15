package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.PhoneEffect.Carried;
import io.lintel.protocol.phone.PhoneEffect.End;
import io.lintel.protocol.phone.PhoneEffect.Send;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderVoice;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Part;
import io.lintel.protocol.wire.CourierMessage.ReceiptGiven;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.testing.Spec;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that lies to a courier costs the phone its budget at the most, and gives it no receipt but its own. */
class HostileReaderTest {
    private TestSite site;
    private TestPhone phone;
    private Conversation tap;

    @BeforeEach
    void tapAsACourier() {
        site = TestSite.of(Suite.X25519, 1);
        Reader reader = site.reader().list(site.list(3)).start();
        phone = site.phone();
        long[] revoked = new Random(1).longs(9_000, 1, 9_000_000).toArray();
        CheckedIn.with(phone, site.list(4, 1, SerialSet.of(revoked)));
        tap = Conversation.between(reader, phone).run();
        tap.phone().carry(CourierBudget.standard(), TestSite.NOW);
    }

    private List<PhoneEffect> hears(CourierMessage message) {
        Bytes content = message.encode().encode();
        return tap.phone().receive(ReaderVoice.traffic(tap.reader(), content), TestSite.NOW);
    }

    private static CourierReport report(List<PhoneEffect> effects) {
        assertEquals(new End(), effects.get(effects.size() - 1));
        return ((Carried) effects.get(effects.size() - 2)).report();
    }

    @Test
    @Spec("TAP-8-16")
    void endlessWantsEndWithTheBudget() {
        int handed = 0;
        List<PhoneEffect> effects = hears(new Want(Wanted.CHUNK, 0));
        while (!tap.phone().isEnded()) {
            assertEquals(9, effects.stream().filter(Send.class::isInstance).count(), "a chunk has nine parts");
            handed++;
            effects = hears(new Want(Wanted.CHUNK, 0));
        }
        assertEquals(4, handed);
        assertEquals(new CourierReport(8192, OptionalLong.empty()), report(effects));
    }

    @Test
    @Spec("LIST-6.2-11")
    void whatWasNotOfferedIsNotHandedOver() {
        assertEquals(CourierReport.NOTHING, report(hears(new Want(Wanted.DELTA, 0))));
        tapAsACourier();
        assertEquals(CourierReport.NOTHING, report(hears(new Want(Wanted.CHUNK, 999))));
        tapAsACourier();
        assertEquals(1, hears(Want.NOTHING).size(), "it asks for a receipt");
        assertEquals(CourierReport.NOTHING, report(hears(new Want(Wanted.TABLE, 0))));
    }

    @Test
    @Spec({"LIST-6.2-12", "TAP-11-27"})
    void receiptsOfOthersAndForgedOnesAreNotKept() {
        Reader other = site.reader().list(site.list(3)).start();
        Bytes receipt = other.receipt(TestSite.NOW).orElseThrow().bytes();
        assertEquals(CourierReport.NOTHING, report(hears(new ReceiptGiven(receipt))));
        assertEquals(List.of(), CheckedIn.undelivered(phone));
        tapAsACourier();
        assertEquals(CourierReport.NOTHING, report(hears(new ReceiptGiven(Bytes.of(1, 2, 3)))));
        assertEquals(List.of(), CheckedIn.undelivered(phone));
    }

    @Test
    void whatOnlyPhonesSayEndsIt() {
        assertEquals(CourierReport.NOTHING, report(hears(new Part(Bytes.of(1)))));
    }

    @Test
    @Spec("TAP-6.2-36")
    void octetsThatDoNotOpenEndItAndTheResultStands() {
        Bytes noise = Bytes.concat(Bytes.of(Kind.TRAFFIC), Bytes.copyOf(new byte[40]));
        List<PhoneEffect> effects = tap.phone().receive(noise, TestSite.NOW);
        assertEquals(CourierReport.NOTHING, report(effects));
        assertEquals(2, effects.size(), "nothing is said about the tap");
        assertTrue(tap.result() instanceof TapResult.Granted);
    }

    @Test
    @Spec("TAP-6.2-35")
    void ownerThatIsDoneEndsIt() {
        List<PhoneEffect> effects = tap.phone().close();
        assertEquals(CourierReport.NOTHING, report(effects));
        assertTrue(effects.get(0) instanceof Send);
    }

    @Test
    @Spec("TAP-6.2-34")
    void whatItDoesNotKnowChangesNothing() {
        Bytes unknown = Bytes.of(200, 1, 2, 3);
        assertEquals(List.of(), tap.phone().receive(ReaderVoice.traffic(tap.reader(), unknown), TestSite.NOW));
        assertEquals(9, hears(new Want(Wanted.CHUNK, 0)).size());
    }
}
