package io.lintel.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.CourierMessage.Offer;
import io.lintel.protocol.wire.CourierMessage.OfferedDelta;
import io.lintel.protocol.wire.CourierMessage.Part;
import io.lintel.protocol.wire.CourierMessage.ReceiptGiven;
import io.lintel.protocol.wire.CourierMessage.ReceiptRequest;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.testing.Spec;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Spec({"LIST-6.1-1", "LIST-6.1-3", "TAP-5.4-8"})
class CourierMessageTest {
    private static Bytes filled(int size, int octet) {
        byte[] octets = new byte[size];
        Arrays.fill(octets, (byte) octet);
        return Bytes.copyOf(octets);
    }

    private static void comesBack(CourierMessage message, String hexBeginning) {
        Bytes octets = message.encode().encode();
        assertEquals(hexBeginning, octets.toHex().substring(0, hexBeginning.length()));
        assertEquals(Optional.of(message), CourierMessage.decode(Traffic.decode(octets)));
    }

    @Test
    void everyMessageIsLaidOutAsThePageSays() {
        comesBack(new Offer(filled(170, 7), Optional.empty()), "10" + "0000" + "00".repeat(32) + "0707");
        comesBack(
                new Offer(filled(192, 7), Optional.of(new OfferedDelta(201, filled(32, 9)))),
                "10" + "00c9" + "09".repeat(32) + "0707");
        comesBack(Want.NOTHING, "11000000");
        comesBack(new Want(Wanted.DELTA, 0), "11010000");
        comesBack(new Want(Wanted.TABLE, 0), "11020000");
        comesBack(new Want(Wanted.CHUNK, 258), "11030102");
        comesBack(new Part(filled(255, 3)), "120303");
        comesBack(new ReceiptRequest(), "13");
        comesBack(new ReceiptGiven(filled(192, 5)), "140505");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10",
                "10 0000",
                "11",
                "1100",
                "11000001",
                "11010001",
                "11020001",
                "11040000",
                "1100000000",
                "12",
                "1300",
                "14"
            })
    void otherFormsAreMalformed(String hex) {
        Traffic traffic = Traffic.decode(Bytes.ofHex(hex.replace(" ", "")));
        assertThrows(MalformedException.class, () -> CourierMessage.decode(traffic));
    }

    @Test
    void offersOutOfBoundsAreMalformed() {
        Bytes noHead = Bytes.concat(Bytes.of(0x10), filled(34, 0));
        Bytes longHead = Bytes.concat(Bytes.of(0x10), filled(34, 0), filled(193, 1));
        Bytes baseOfNothing = Bytes.concat(Bytes.of(0x10, 0, 0), filled(32, 1), filled(100, 1));
        for (Bytes octets : new Bytes[] {noHead, longHead, baseOfNothing}) {
            assertThrows(MalformedException.class, () -> CourierMessage.decode(Traffic.decode(octets)));
        }
        Traffic longReceipt = new Traffic(20, filled(193, 1));
        assertThrows(MalformedException.class, () -> CourierMessage.decode(longReceipt));
    }

    @Property
    void whateverIsReadIsWrittenTheSame(
            @ForAll @IntRange(min = 16, max = 24) int type, @ForAll @Size(max = 255) byte[] body) {
        Traffic traffic = new Traffic(type, Bytes.copyOf(body));
        try {
            CourierMessage.decode(traffic).ifPresent(message -> assertEquals(traffic, message.encode()));
        } catch (MalformedException refused) {
            // The other allowed outcome.
        }
    }

    @Property
    void partsGiveTheWholeAgain(@ForAll @Size(min = 1, max = 3000) byte[] whole) {
        Bytes octets = Bytes.copyOf(whole);
        PartBuffer buffer = new PartBuffer(octets.size());
        Optional<Bytes> got = Optional.empty();
        for (CourierMessage part : PartBuffer.parts(octets)) {
            got = buffer.take(((Part) part).octets());
        }
        assertEquals(Optional.of(octets), got);
        assertThrows(MalformedException.class, () -> buffer.take(Bytes.of(1)), "nothing is left to come");
    }
}
