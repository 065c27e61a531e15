package io.lintel.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.SeededRandom;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each layout has one encoding of each value: what does not encode back to itself is malformed. */
class LayoutTest {
    private static final Intent INTENT = Intent.of(Trigger.WIDGET, Assurance.DEVICE_UNLOCKED);

    @Test
    void everyTwoOctetsAreOneIntentOrNone() {
        int known = 0;
        for (int octets = 0; octets <= 0xffff; octets++) {
            Bytes encoded = Bytes.of(octets >>> 8, octets & 0xff);
            Optional<Intent> intent = Intent.decode(encoded);
            known += intent.isPresent() ? 1 : 0;
            intent.ifPresent(value -> assertEquals(encoded, value.encode()));
        }
        assertEquals(Trigger.values().length << Assurance.values().length, known);
        assertEquals(Optional.empty(), Intent.decode(Bytes.of(1)));
        assertEquals(Optional.empty(), Intent.decode(Bytes.of(1, 0, 0)));
    }

    @Test
    void everyFourOctetsAreOneAnswerOrMalformed() {
        Set<Answer> answers = new HashSet<>();
        for (int outcome = 0; outcome <= 3; outcome++) {
            for (int reason = 0; reason <= 255; reason++) {
                for (int flags = 0; flags <= 3; flags++) {
                    note(Bytes.of(outcome, reason, flags, 0), answers);
                    assertMalformed(Answer::decode, Bytes.of(outcome, reason, flags, 1));
                }
            }
        }
        assertEquals(2 * (1 + DenialReason.values().length), answers.size());
    }

    @Test
    void aHeaderThatItsOctetsCannotSayIsMisuse() {
        Bytes tag = Bytes.of(1, 2, 3, 4);
        Bytes nonce = Bytes.copyOf(new byte[16]);
        Bytes most = new OpenerHeader(255, 65535, tag, tag, nonce).encode();
        assertEquals(Bytes.of(255, 255, 255), most.slice(2, 5));

        assertMisuse(() -> new OpenerHeader(-1, 1, tag, tag, nonce));
        assertMisuse(() -> new OpenerHeader(256, 1, tag, tag, nonce));
        assertMisuse(() -> new OpenerHeader(1, 0, tag, tag, nonce));
        assertMisuse(() -> new OpenerHeader(1, 65536, tag, tag, nonce));
        assertMisuse(() -> new OpenerHeader(1, 1, Bytes.of(1, 2, 3), tag, nonce));
        assertMisuse(() -> new OpenerHeader(1, 1, tag, Bytes.of(1, 2, 3, 4, 5), nonce));
        assertMisuse(() -> new OpenerHeader(1, 1, tag, tag, tag));
    }

    private static void assertMisuse(Executable misuse) {
        assertThrows(IllegalArgumentException.class, misuse);
    }

    private static void note(Bytes encoded, Set<Answer> answers) {
        try {
            Answer answer = Answer.decode(encoded);
            assertEquals(encoded, answer.encode());
            answers.add(answer);
        } catch (MalformedException malformed) {
            assertEquals("answer", malformed.getMessage().substring(0, 6));
        }
    }

    @Property
    void anOpenerPayloadComesBack(
            @ForAll @Size(4) byte[] stateEpoch,
            @ForAll Set<OpenerPayload.Flag> flags,
            @ForAll @IntRange(min = 0) int listEpoch) {
        long unsigned = 2L * listEpoch + 1;
        var payload = new OpenerPayload(Bytes.copyOf(stateEpoch), flags, unsigned);

        assertEquals(payload, OpenerPayload.decode(payload.encode()));
        assertEquals(Lengths.OPENER_PAYLOAD, payload.encode().size());
    }

    @Test
    void reservedFlagsOfAnOpenerAreMalformed() {
        for (int flags = 4; flags <= 255; flags++) {
            assertMalformed(OpenerPayload::decode, Bytes.of(0, 0, 0, 0, flags, 0, 0, 0, 0));
        }
        var all = EnumSet.allOf(OpenerPayload.Flag.class);
        assertEquals(
                all, OpenerPayload.decode(Bytes.of(0, 0, 0, 0, 3, 0, 0, 0, 0)).flags());
    }

    @Property
    void whatIsPaddedComesBackAndNothingElseDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 160) int size) {
        SeededRandom random = new SeededRandom(seed);
        Bytes content = random.octets(size);
        Bytes padded = Padding.pad(content, Lengths.CREDENTIAL);

        assertEquals(1 + Lengths.CREDENTIAL, padded.size());
        assertEquals(content, Padding.unpad(padded));
        byte[] dirty = padded.toByteArray();
        if (size < Lengths.CREDENTIAL) {
            dirty[size + 1 + Math.floorMod(seed, Lengths.CREDENTIAL - size)] = 1;
            assertMalformed(Padding::unpad, Bytes.copyOf(dirty));
        }
    }

    @Test
    void aPaddingOfNothingOrTooMuchIsMalformed() {
        assertMalformed(Padding::unpad, Bytes.EMPTY);
        assertMalformed(Padding::unpad, Bytes.of(0, 0));
        assertMalformed(Padding::unpad, Bytes.of(2, 1));
        assertThrows(IllegalArgumentException.class, () -> Padding.pad(Bytes.of(1, 2), 1));
    }

    @Property
    void aColdPayloadComesBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 160) int size) {
        SeededRandom random = new SeededRandom(seed);
        var whole = new ColdPayload.Whole(INTENT, random.octets(size));
        var reference = new ColdPayload.Reference(INTENT, random.octets(Lengths.REFERENCE));

        assertEquals(whole, ColdPayload.decode(whole.encode()));
        assertEquals(reference, ColdPayload.decode(reference.encode()));
        assertMalformed(ColdPayload::decode, Bytes.concat(Bytes.of(3), random.octets(Lengths.REFERENCE + 2)));
        assertMalformed(ColdPayload::decode, random.octets(Math.floorMod(seed, 23)));
    }

    @Test
    void reservedTrafficIsMalformedAndOptionalTrafficIsTaken() {
        assertMalformed(Traffic::decode, Bytes.EMPTY);
        assertMalformed(Traffic::decode, Bytes.of(0, 0));
        assertMalformed(Traffic::decode, Bytes.copyOf(new byte[257]));
        for (int type = 1; type < 16; type++) {
            assertMalformed(Traffic::decode, Bytes.of(type));
        }
        for (int type = 16; type <= 255; type++) {
            Traffic optional = new Traffic(type, Bytes.of(1, 2));
            assertEquals(optional, Traffic.decode(optional.encode()));
        }
        assertEquals(Traffic.close(), Traffic.decode(Bytes.of(0)));
    }

    @Test
    void everyReasonAndTriggerHasItsNumber() {
        for (DenialReason reason : DenialReason.values()) {
            assertEquals(Optional.of(reason), DenialReason.ofCode(reason.code()));
        }
        for (Trigger trigger : Trigger.values()) {
            assertEquals(Optional.of(trigger), Trigger.ofCode(trigger.code()));
        }
        assertEquals(Optional.empty(), DenialReason.ofCode(0));
        assertEquals(Optional.empty(), DenialReason.ofCode(DenialReason.values().length + 1));
        assertEquals(Optional.empty(), Trigger.ofCode(0));
        assertEquals(Optional.empty(), Trigger.ofCode(5));
    }

    private static void assertMalformed(Function<Bytes, ?> decoder, Bytes octets) {
        assertThrows(MalformedException.class, () -> decoder.apply(octets), octets::toHex);
    }
}
