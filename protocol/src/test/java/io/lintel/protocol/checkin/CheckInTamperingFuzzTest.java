package io.lintel.protocol.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.wire.Blocks;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Altered messages of a check-in are refused alike, and so are octets that mean nothing. */
class CheckInTamperingFuzzTest {
    private static final Map<Suite, CheckInScene> SCENES = new EnumMap<>(Suite.class);

    private static CheckInScene scene(Suite suite) {
        return SCENES.computeIfAbsent(suite, CheckInScene::new);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyFlippedBitAndEveryOtherLengthOfTheRequestIsRefusedAlike(Suite suite) {
        CheckInScene scene = scene(suite);
        Bytes request = scene.phone(scene.held()).request();
        for (int bit = 0; bit < request.size() * 8; bit++) {
            managerRefuses(scene, flipped(request, bit));
        }
        for (int size = 0; size < request.size(); size++) {
            managerRefuses(scene, request.slice(0, size));
        }
        managerRefuses(scene, Bytes.concat(request, Bytes.of(0)));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyFlippedBitAndOtherLengthsOfTheResponseAreRefusedAlike(Suite suite) {
        CheckInScene scene = scene(suite);
        PhoneCheckIn first = scene.phone(scene.held());
        Bytes response = scene.open(first.request()).answer(scene.nothingNew(), scene.ephemeral());
        for (int octet = 0; octet < response.size(); octet++) {
            for (int bit = 0; bit < 8; bit += 3) {
                int at = octet * 8 + bit;
                phoneRefuses(scene, message -> flipped(message, at));
            }
        }
        for (int size : new int[] {0, 1, 2, 33, 34, 49, 50, response.size() - 256, response.size() - 1}) {
            phoneRefuses(scene, message -> message.slice(0, size));
        }
        phoneRefuses(scene, message -> Bytes.concat(message, Bytes.of(0)));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void requestForAnotherManagerOrSuiteIsRefused(Suite suite) {
        CheckInScene scene = scene(suite);
        Bytes request = scene.phone(scene.held()).request();
        managerRefuses(new CheckInScene(suite), request);
        managerRefuses(scene(suite == Suite.X25519 ? Suite.P256 : Suite.X25519), request);
        assertEquals(Optional.of(suite), ManagerCheckIn.suiteOf(request));
        for (Bytes other : new Bytes[] {Bytes.EMPTY, Bytes.of(0x13), Bytes.of(0x13, 9), Bytes.of(0x10, 1)}) {
            assertEquals(Optional.empty(), ManagerCheckIn.suiteOf(other));
        }
    }

    @Property
    void garbageIsRefusedByTheManager(@ForAll Suite suite, @ForAll long seed) {
        CheckInScene scene = scene(suite);
        Random random = new Random(seed);
        int size = random.nextBoolean() ? CheckInWire.requestSize(suite) : random.nextInt(600);
        managerRefuses(scene, garbage(random, size, CheckInWire.REQUEST_KIND, suite.id()));
    }

    @Property
    void garbageIsRefusedByThePhone(@ForAll Suite suite, @ForAll long seed) {
        CheckInScene scene = scene(suite);
        Random random = new Random(seed);
        int size = random.nextBoolean() ? 305 : random.nextInt(1200);
        Bytes garbage = garbage(random, size, CheckInWire.RESPONSE_KIND);
        phoneRefuses(scene, message -> garbage);
    }

    @Property
    void payloadsThatMeanNothingAreRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = new byte[random.nextInt(254)];
        random.nextBytes(content);
        Bytes padded = Blocks.pad(content);
        assertThrows(CheckInException.class, () -> RequestContent.decode(padded));
        ResponseContent.decode(padded); // any outcome but an exception
    }

    @Property
    void damagedPayloadsNeverPassForTheirs(@ForAll Suite suite, @ForAll long seed) {
        Random random = new Random(seed);
        CheckInRequest said = scene(suite).longest();
        Bytes payload = RequestContent.encode(said);
        Bytes damaged = flipped(payload, random.nextInt(payload.size() * 8));
        try {
            CheckInRequest read = RequestContent.decode(damaged);
            assertEquals(damaged, RequestContent.encode(read), "a request has one encoding");
        } catch (CheckInException refused) {
            assertEquals("check-in.not-authentic", refused.errorCode());
        }
    }

    private static Bytes garbage(Random random, int size, int... head) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        for (int i = 0; i < Math.min(size, head.length); i++) {
            octets[i] = (byte) head[i];
        }
        return Bytes.copyOf(octets);
    }

    private static void managerRefuses(CheckInScene scene, Bytes request) {
        CheckInException refusal = assertThrows(CheckInException.class, () -> scene.open(request));
        assertEquals(new CheckInException().getMessage(), refusal.getMessage());
    }

    private static void phoneRefuses(CheckInScene scene, UnaryOperator<Bytes> change) {
        PhoneCheckIn phone = scene.phone(scene.held());
        Bytes response = scene.open(phone.request()).answer(scene.nothingNew(), scene.ephemeral());
        CheckInException refusal = assertThrows(CheckInException.class, () -> phone.receive(change.apply(response)));
        assertEquals(new CheckInException().getMessage(), refusal.getMessage());
        assertThrows(IllegalStateException.class, () -> phone.receive(response));
    }

    private static Bytes flipped(Bytes message, int bit) {
        byte[] octets = message.toByteArray();
        octets[bit / 8] ^= (byte) (1 << bit % 8);
        return Bytes.copyOf(octets);
    }
}
