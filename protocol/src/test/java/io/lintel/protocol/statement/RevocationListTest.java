package io.lintel.protocol.statement;

import static io.lintel.protocol.statement.TestProject.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RevocationListTest {
    private static final long MAX_SERIAL = 0xffff_ffffL;

    private final TestProject project = new TestProject(Suite.X25519);

    @Test
    void serialsBelowTheBaseAreRevokedByNumber() {
        RevocationList list = with(100, SerialSet.of(100, 4_000_000_000L), Set.of());
        assertTrue(list.revokes(1));
        assertTrue(list.revokes(99));
        assertTrue(list.revokes(100));
        assertFalse(list.revokes(101));
        assertTrue(list.revokes(4_000_000_000L));
        assertThrows(IllegalArgumentException.class, () -> with(101, SerialSet.of(100), Set.of()));
    }

    @Test
    void readersAreRevokedByTheHashOfTheirKey() {
        ReaderCertificate good = project.readerCertificate();
        ReaderCertificate bad = project.readerCertificate();
        RevocationList list = with(1, SerialSet.EMPTY, Set.of(bad.keyFingerprint()));
        assertTrue(list.revokesReaderKey(bad.keyFingerprint()));
        assertFalse(list.revokesReaderKey(good.keyFingerprint()));
        assertTrue(bad.keyFingerprint().startsWith(bad.tag()));
        assertEquals(4, bad.tag().size());
    }

    @Test
    void largestListFitsIntoItsBoundAndVerifies() {
        Set<Bytes> readers = new HashSet<>();
        for (int i = 0; i < RevocationList.MAX_REVOKED_READER_KEYS; i++) {
            readers.add(Sha256.digest(Bytes.of(i)));
        }
        SerialSet serials = SerialSet.of(
                LongStream.range(0, SerialSet.MAX_SIZE).map(i -> MAX_SERIAL - i).toArray());
        Signed<RevocationList> signed = project.sign(with(1, serials, readers));
        assertTrue(signed.bytes().size() <= RevocationList.MAX_SIGNED_SIZE_BYTES);
        assertEquals(signed, project.trust().verifyList(signed.bytes(), NOW));
    }

    @Test
    void boundsAreHeld() {
        assertThrows(IllegalArgumentException.class, () -> SerialSet.of(0));
        assertThrows(IllegalArgumentException.class, () -> SerialSet.of(MAX_SERIAL + 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> SerialSet.of(
                        LongStream.rangeClosed(1, SerialSet.MAX_SIZE + 1L).toArray()));
        Set<Bytes> tooMany = new HashSet<>();
        for (int i = 0; i <= RevocationList.MAX_REVOKED_READER_KEYS; i++) {
            tooMany.add(Sha256.digest(Bytes.of(i & 0xff, i >> 8)));
        }
        assertThrows(IllegalArgumentException.class, () -> with(1, SerialSet.EMPTY, tooMany));
        assertThrows(IllegalArgumentException.class, () -> with(1, SerialSet.EMPTY, Set.of(Bytes.of(1))));
        assertThrows(IllegalArgumentException.class, () -> with(0, SerialSet.EMPTY, Set.of()));
    }

    @Test
    void serialsOutOfOrderTwiceOrCutAreRefused() {
        StatementSamples sample = StatementSamples.of(project).get(4);
        List<Bytes> fields = WireFields.split(sample.body());
        for (String serials : List.of(
                "0000000200000001", "0000000100000001", "00000000", "000000", "0000000100", "00000001000000020000")) {
            Bytes octets = Bytes.ofHex(serials);
            Bytes field = Bytes.concat(Bytes.of(11 << 3 | 2, octets.size()), octets);
            Bytes body = Bytes.concat(WireFields.join(fields.subList(0, fields.size() - 1)), field);
            StatementException error =
                    assertThrows(StatementException.class, () -> sample.verify(sample.resigned(body)), serials);
            assertEquals(StatementException.Code.MALFORMED, error.code());
        }
    }

    @Test
    void unknownCodingIsRefused() {
        StatementSamples sample = StatementSamples.of(project).get(4);
        byte[] body = sample.body().toByteArray();
        int coding = sample.body().toHex().lastIndexOf("50015a") / 2;
        assertEquals(0x50, body[coding]);
        body[coding + 1] = 2;
        StatementException error =
                assertThrows(StatementException.class, () -> sample.verify(sample.resigned(Bytes.copyOf(body))));
        assertEquals(StatementException.Code.MALFORMED, error.code());
    }

    @Property
    void setContainsExactlyWhatItWasGiven(
            @ForAll @Size(max = 200) Set<@LongRange(min = 1, max = MAX_SERIAL) Long> serials,
            @ForAll @LongRange(min = 1, max = MAX_SERIAL) long other) {
        SerialSet set = SerialSet.of(serials);
        assertEquals(serials.size(), set.size());
        assertEquals(serials.contains(other), set.contains(other));
        serials.forEach(serial -> assertTrue(set.contains(serial)));
        assertArrayEquals(
                serials.stream().mapToLong(Long::longValue).sorted().toArray(),
                set.stream().toArray());
        assertEquals(set, SerialCoding.PLAIN.decode(SerialCoding.PLAIN.encode(set)));
    }

    @Test
    void emptySetIsOneValueAndHoldsNothing() {
        assertSame(SerialSet.EMPTY, SerialSet.of());
        assertFalse(SerialSet.EMPTY.contains(1));
        assertFalse(SerialSet.of(1).contains(-1));
        assertFalse(SerialSet.of(1).contains((1L << 32) + 1));
    }

    private RevocationList with(long baseSerial, SerialSet revoked, Set<Bytes> readerKeys) {
        return new RevocationList(
                project.id(), 1, 1, 1, 1, NOW, NOW.plusSeconds(1), baseSerial, readerKeys, SerialCoding.PLAIN, revoked);
    }
}
