package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleUuids;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that answer a phone well, and such that answer to hold it or to make it fail. */
final class AttClientTest {
    private static final int MTU = 185;
    private static final int FIRST = 0x10;
    private static final int LAST = 0x16;
    private static final int TO_READER = 0x12;
    private static final int TO_PHONE = 0x14;
    private static final int CONFIGURATION = 0x15;
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aReaderIsSubscribedTo() throws IOException {
        DeviceHere reader = new DeviceHere(AttClientTest::asReader);

        AttLink link = new AttClient(reader.socket(), MTU, LONG).subscribe();

        assertEquals(MTU - 3, link.maxPacketOctets());
        assertEquals(Att.write(Att.WRITE, CONFIGURATION, Bytes.of(1, 0)), reader.asked.get(reader.asked.size() - 1));
    }

    @ParameterizedTest(name = "the answer to request {0} is cut short")
    @ValueSource(ints = {Att.MTU_REQUEST, Att.FIND_BY_TYPE_VALUE, Att.READ_BY_TYPE, Att.FIND_INFORMATION})
    void anAnswerThatIsCutShortIsNoDefectOfOurs(int request) {
        for (int octets = 1; octets <= 2; octets++) {
            int kept = octets;
            assertThrows(IOException.class, () -> subscribe(request, answer -> answer.slice(0, kept)));
        }
    }

    @ParameterizedTest(name = "a characteristic''s value is at {0}")
    @ValueSource(ints = {0, FIRST - 1, LAST + 1})
    void characteristicsWithoutAnOrderHoldNobody(int value) {
        IOException told = assertThrows(
                IOException.class,
                () -> subscribe(Att.READ_BY_TYPE, answer -> characteristics(characteristic(value, OTHER))));
        assertEquals("the device's characteristics are in no order", told.getMessage());
    }

    @Test
    void aReaderThatAnswersBehindTheBoundOfTheWholeIsGivenUp() throws IOException {
        DeviceHere reader = new DeviceHere(AttClientTest::asReader);
        AttClient late = new AttClient(reader.socket(), MTU, Duration.ZERO);

        IOException told = assertThrows(IOException.class, late::subscribe);
        assertEquals("the reader did not answer in time", told.getMessage());
    }

    private static void subscribe(int changed, UnaryOperator<Bytes> change) throws IOException {
        DeviceHere device = new DeviceHere(request -> request.unsigned(0) == changed
                ? asReader(request).stream().map(change).toList()
                : asReader(request));
        new AttClient(device.socket(), MTU, LONG).subscribe();
    }

    private static List<Bytes> asReader(Bytes request) {
        return List.of(
                switch (request.unsigned(0)) {
                    case Att.MTU_REQUEST -> Att.mtu(Att.MTU_RESPONSE, MTU);
                    case Att.FIND_BY_TYPE_VALUE ->
                        Bytes.concat(Bytes.of(Att.FIND_BY_TYPE_VALUE + 1), Att.u16(FIRST), Att.u16(LAST));
                    case Att.READ_BY_TYPE ->
                        Att.u16(request, 1) > TO_PHONE
                                ? Bytes.of(Att.ERROR, Att.READ_BY_TYPE, 0, 0, 0x0A)
                                : characteristics(
                                        characteristic(TO_READER, BleUuids.TO_READER),
                                        characteristic(TO_PHONE, BleUuids.TO_PHONE));
                    case Att.FIND_INFORMATION ->
                        Bytes.concat(
                                Bytes.of(Att.FIND_INFORMATION + 1, 1),
                                Att.u16(CONFIGURATION),
                                Att.u16(Att.CLIENT_CONFIGURATION));
                    default -> Bytes.of(request.unsigned(0) + 1);
                });
    }

    private static Bytes characteristics(Bytes... each) {
        return Bytes.concat(Bytes.of(Att.READ_BY_TYPE + 1, 21), Bytes.concat(each));
    }

    private static Bytes characteristic(int value, UUID uuid) {
        return Bytes.concat(Att.u16(Math.max(0, value - 1)), Bytes.of(0), Att.u16(value), Att.encoded(uuid));
    }
}
