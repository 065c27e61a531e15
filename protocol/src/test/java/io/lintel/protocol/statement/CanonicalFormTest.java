package io.lintel.protocol.statement;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement has one encoding: every other one is refused although its signature is right. */
@Spec({"TAP-11-5", "TAP-11-6", "TAP-11-7", "TAP-11-8", "TAP-11-11"})
class CanonicalFormTest {
    static Stream<StatementSamples> samples() {
        return Stream.of(Suite.values()).flatMap(suite -> StatementSamples.of(new TestProject(suite)).stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void resignedCanonicalBodyIsAccepted(StatementSamples sample) {
        assertDoesNotThrow(() -> sample.verify(sample.resigned(sample.body())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fieldsInAnyOtherOrderAreRefused(StatementSamples sample) {
        List<Bytes> fields = WireFields.split(sample.body());
        for (int i = 1; i < fields.size(); i++) {
            List<Bytes> swapped = new ArrayList<>(fields);
            Collections.swap(swapped, i - 1, i);
            assertMalformed(sample, WireFields.join(swapped));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFieldWrittenTwiceIsRefused(StatementSamples sample) {
        List<Bytes> fields = WireFields.split(sample.body());
        for (int i = 0; i < fields.size(); i++) {
            List<Bytes> doubled = new ArrayList<>(fields);
            doubled.add(i, fields.get(i));
            assertMalformed(sample, WireFields.join(doubled));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyPaddedTagAndVarintIsRefused(StatementSamples sample) {
        List<Bytes> fields = WireFields.split(sample.body());
        for (int i = 0; i < fields.size(); i++) {
            Bytes field = fields.get(i);
            List<Bytes> padded = new ArrayList<>(fields);
            Bytes longTag = Bytes.concat(Bytes.of(field.unsigned(0) | 0x80, 0), field.slice(1, field.size()));
            padded.set(i, longTag);
            assertMalformed(sample, WireFields.join(padded));
            if (WireFields.isVarint(field)) {
                int last = field.size() - 1;
                padded.set(i, Bytes.concat(field.slice(0, last), Bytes.of(field.unsigned(last) | 0x80, 0)));
                assertMalformed(sample, WireFields.join(padded));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void defaultsWrittenOutAreRefused(StatementSamples sample) {
        for (int number = 1; number < 16; number++) {
            List<Bytes> fields = new ArrayList<>(WireFields.split(sample.body()));
            int here = number;
            fields.removeIf(field -> WireFields.number(field) == here);
            int at = (int) fields.stream()
                    .filter(field -> WireFields.number(field) < here)
                    .count();
            for (Bytes zero : List.of(Bytes.of(number << 3, 0), Bytes.of(number << 3 | 2, 0))) {
                List<Bytes> written = new ArrayList<>(fields);
                written.add(at, zero);
                assertMalformed(sample, WireFields.join(written));
            }
            List<Bytes> written = new ArrayList<>(fields);
            written.add(at, Bytes.of(number << 3 | 5, 0, 0, 0, 0));
            assertMalformed(sample, WireFields.join(written));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsBelowSixteenAreRefused(StatementSamples sample) {
        int last = WireFields.split(sample.body()).stream()
                .mapToInt(WireFields::number)
                .max()
                .orElseThrow();
        for (int number = last + 1; number < 16; number++) {
            assertMalformed(sample, Bytes.concat(sample.body(), Bytes.of(number << 3, 1)));
            assertMalformed(sample, Bytes.concat(sample.body(), Bytes.of(number << 3 | 2, 1, 'x')));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsFromSixteenOnAreSignedKeptAndIgnored(StatementSamples sample) {
        for (Bytes extension : List.of(
                Bytes.of(0x80, 1, 1),
                Bytes.of(0x82, 1, 2, 'h', 'i'),
                Bytes.of(0x85, 1, 1, 2, 3, 4),
                Bytes.of(0x81, 1, 1, 2, 3, 4, 5, 6, 7, 8),
                Bytes.of(0x80, 1, 0, 0x88, 1, 5))) {
            Bytes signed = sample.resigned(Bytes.concat(sample.body(), extension));
            Object verified = sample.verify(signed);
            if (verified instanceof Signed<?> statement) {
                assertEquals(signed, statement.bytes());
                assertEquals(((Signed<?>) sample.verify(sample.signed())).value(), statement.value());
            }
            Bytes stripped = Bytes.concat(sample.body(), StatementForm.signature(signed));
            assertNotAuthentic(sample, stripped);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsFromSixteenOnMustBeCanonicalToo(StatementSamples sample) {
        for (Bytes extension : List.of(
                Bytes.of(0x88, 1, 1, 0x80, 1, 1), // 17 before 16
                Bytes.of(0x80, 1, 1, 0x80, 1, 1), // 16 twice
                Bytes.of(0x80, 0x81, 0, 1), // padded tag
                Bytes.of(0x80, 1, 0x81, 0), // padded value
                Bytes.of(0x82, 1, 0x81, 0, 'x'), // padded length
                Bytes.of(0x80, 1), // no value
                Bytes.of(0x82, 1, 9, 'x'), // truncated
                Bytes.of(0x85, 1, 1, 2, 3), // truncated
                Bytes.of(0x81, 1, 1, 2, 3), // truncated
                Bytes.of(0x83, 1, 0x84, 1), // a group
                Bytes.of(0x86, 1, 1), // wire type 6
                Bytes.of(0x80, 1, 1, 0x08, 1), // 1 after 16
                Bytes.of(0x80, 0x80, 0x80, 0x80, 0x10, 1), // field 2^29
                Bytes.of(0x80, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2), // more than 64 bits
                Bytes.of(0x80, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1))) { // 11 octets
            assertMalformed(sample, Bytes.concat(sample.body(), extension));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fieldNumberZeroIsRefused(StatementSamples sample) {
        assertMalformed(sample, Bytes.concat(Bytes.of(0, 1), sample.body()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fieldsOfAnotherWireTypeAreRefused(StatementSamples sample) {
        List<Bytes> fields = WireFields.split(sample.body());
        for (int i = 0; i < fields.size(); i++) {
            int number = WireFields.number(fields.get(i));
            Bytes other = WireFields.isVarint(fields.get(i))
                    ? Bytes.of(number << 3 | 5, 1, 0, 0, 0)
                    : Bytes.of(number << 3, 1);
            List<Bytes> changed = new ArrayList<>(fields);
            changed.set(i, other);
            assertMalformed(sample, WireFields.join(changed));
        }
    }

    private static void assertMalformed(StatementSamples sample, Bytes body) {
        assertCode(sample, StatementException.Code.MALFORMED, sample.resigned(body));
    }

    private static void assertNotAuthentic(StatementSamples sample, Bytes signed) {
        assertCode(sample, StatementException.Code.NOT_AUTHENTIC, signed);
    }

    private static void assertCode(StatementSamples sample, StatementException.Code code, Bytes signed) {
        StatementException error = assertThrows(
                StatementException.class,
                () -> sample.verify(signed),
                () -> StatementForm.body(signed).toHex());
        assertEquals(code, error.code(), error::getMessage);
    }
}
