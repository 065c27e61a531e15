package io.lintel.protocol.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Spec;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WiegandFormatTest {
    /**
     * Published: Proxmark3's sample 2006f623ae is H10301, facility 123, number 4567; Civintec's CN56 manual (6.4.2, 6.4.5)
     * frames D41B81 and 89D41B81. The others are counted by hand.
     */
    @ParameterizedTest
    @CsvSource({
        "H10301,   123,  4567, 1 01111011 0001000111010111 0",
        "H10301,   212,  7041, 1 11010100 0001101110000001 0",
        "H10301,     0,     0, 0 00000000 0000000000000000 1",
        "H10301,   255, 65535, 0 11111111 1111111111111111 1",
        "H10306, 35284,  7041, 1 1000100111010100 0001101110000001 1",
        "H10306,     1,     1, 1 0000000000000001 0000000000000001 0",
        // even over 0000000000000001 00, one 1; odd over 000000000000000001, one 1
        "H10304,     1,     1, 1 0000000000000001 0000000000000000001 0",
        // the shared bit, the 18th, is the second of the number: one 1 under each parity bit
        "H10304,     0, 131072, 1 0000000000000000 0100000000000000000 0",
        "H10304, 65535, 524287, 0 1111111111111111 1111111111111111111 1",
        // 2^34: under the even bit only, so that the odd bit counts none
        "H10302,     0, 17179869184, 1 10000000000000000 000000000000000000 1",
        // 2^17, the shared bit
        "H10302,     0, 131072, 1 00000000000000000 100000000000000000 0",
    })
    @Spec({"TAP-14-2", "TAP-14-3", "TAP-14-4", "TAP-14-5", "TAP-14-6"})
    void framesPublishedValues(WiegandFormat format, int facility, long number, String bits) {
        String plain = bits.replace(" ", "");
        BitString message = format.encode(facility, number);
        assertEquals(plain, text(message));
        assertEquals(format.size(), message.size());
        assertEquals(Optional.of(new WiegandFormat.Content(facility, number)), format.decode(message));
    }

    @Test
    void sizesAreThoseOfTheFormatsNames() {
        assertEquals(26, WiegandFormat.H10301.size());
        assertEquals(34, WiegandFormat.H10306.size());
        assertEquals(37, WiegandFormat.H10302.size());
        assertEquals(37, WiegandFormat.H10304.size());
    }

    @Property
    void decodesWhatItEncoded(
            @ForAll WiegandFormat format,
            @ForAll @IntRange(max = 0xffff) int anyFacility,
            @ForAll @LongRange(max = (1L << 35) - 1) long anyNumber) {
        int facility = anyFacility & format.maxFacility();
        long number = anyNumber & format.maxNumber();
        assertEquals(
                Optional.of(new WiegandFormat.Content(facility, number)),
                format.decode(format.encode(facility, number)));
    }

    @Property
    void everySingleFlippedBitBreaksParity(
            @ForAll WiegandFormat format, @ForAll @LongRange(max = (1L << 35) - 1) long anyNumber) {
        BitString message = format.encode(anyNumber & format.maxWholeNumber());
        for (int i = 0; i < message.size(); i++) {
            BitString flipped = new BitString(message.value() ^ (1L << i), message.size());
            assertEquals(Optional.empty(), format.decode(flipped));
        }
    }

    @Property
    @Spec("TAP-14-7")
    void parityCountsEvenInFrontAndOddBehind(
            @ForAll WiegandFormat format, @ForAll @LongRange(max = (1L << 35) - 1) long anyNumber) {
        String bits = text(format.encode(anyNumber & format.maxWholeNumber()));
        int half = (format.size() + 1) / 2;
        assertEquals(0, ones(bits.substring(0, half)) % 2);
        assertEquals(1, ones(bits.substring(bits.length() - half)) % 2);
    }

    @Property
    @Spec("TAP-14-9")
    void wholeNumberHoldsTheFacilityInItsUpperBits(
            @ForAll WiegandFormat format,
            @ForAll @IntRange(max = 0xffff) int anyFacility,
            @ForAll @LongRange(max = (1L << 35) - 1) long anyNumber) {
        int facility = anyFacility & format.maxFacility();
        long number = anyNumber & format.maxNumber();
        long whole = facility * (format.maxNumber() + 1) + number;
        assertEquals(format.encode(facility, number), format.encode(whole));
    }

    @ParameterizedTest
    @EnumSource(WiegandFormat.class)
    @Spec("TAP-14-10")
    void numberThatDoesNotFitIsATypedErrorWithoutTheNumber(WiegandFormat format) {
        long beyond = format.maxNumber() + 1;
        DoesNotFitException error = assertThrows(DoesNotFitException.class, () -> format.encode(0, beyond));
        assertEquals("output.does-not-fit", error.errorCode());
        assertEquals(format, error.format());
        assertTrue(error.getMessage().contains(format.name()), error.getMessage());
        assertFalse(error.getMessage().contains(Long.toString(beyond)), error.getMessage());
        assertThrows(DoesNotFitException.class, () -> format.encode(format.maxWholeNumber() + 1));
        assertThrows(DoesNotFitException.class, () -> format.encode(Long.MAX_VALUE));
        assertThrows(DoesNotFitException.class, () -> format.encode(-1));
        assertThrows(DoesNotFitException.class, () -> format.encode(0, -1));
    }

    @ParameterizedTest
    @EnumSource(WiegandFormat.class)
    void facilityThatDoesNotFitIsMisuse(WiegandFormat format) {
        int beyond = format.maxFacility() + 1;
        assertThrows(IllegalArgumentException.class, () -> format.encode(beyond, 1));
        assertThrows(IllegalArgumentException.class, () -> format.encode(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new WiegandOutput(format, OptionalInt.of(beyond)));
    }

    @Test
    @Spec("TAP-14-8")
    void outputPutsTheFacilityBeforeTheNumberWhereItHasOne() {
        WiegandOutput apart = new WiegandOutput(WiegandFormat.H10301, OptionalInt.of(123));
        WiegandOutput whole = new WiegandOutput(WiegandFormat.H10301, OptionalInt.empty());
        assertEquals(WiegandFormat.H10301.encode(123, 4567), apart.encode(4567));
        assertEquals(apart.encode(4567), whole.encode((123 << 16) + 4567));
        assertThrows(DoesNotFitException.class, () -> apart.encode(65_536));
    }

    @Test
    void messageOfAnotherLengthDecodesToNothing() {
        BitString message = WiegandFormat.H10302.encode(1);
        assertEquals(Optional.empty(), WiegandFormat.H10301.decode(message));
    }

    @Test
    @Spec("TAP-14-1")
    void nothingPrintsANumber() {
        BitString message = WiegandFormat.H10301.encode(123, 4567);
        assertEquals("BitString[26 bits, redacted]", message.toString());
        assertFalse(new WiegandFormat.Content(123, 4567).toString().contains("4567"));
    }

    private static String text(BitString bits) {
        return String.format(Locale.ROOT, "%" + bits.size() + "s", Long.toBinaryString(bits.value()))
                .replace(' ', '0');
    }

    private static long ones(String bits) {
        return bits.chars().filter(bit -> bit == '1').count();
    }
}
