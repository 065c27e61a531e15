package io.lintel.protocol.statement;

import static io.lintel.protocol.statement.TestProject.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.crypto.Suite;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.testing.Spec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@Spec("TAP-11-22")
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
        assertEquals(100, list.baseSerial());
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
        // Every second serial takes two bits, and a few octets stand before them.
        SerialSet serials = SerialSet.of(LongStream.range(0, (CodedSerials.MAX_SIZE_BYTES - 16) * 4L)
                .map(i -> MAX_SERIAL - 2 * i)
                .toArray());
        assertEquals(
                CodedSerials.MAX_SIZE_BYTES,
                CodedSerials.of(1, serials).octets().size(),
                16);
        Signed<RevocationList> signed = project.sign(with(1, serials, readers));
        assertTrue(signed.bytes().size() <= RevocationList.MAX_SIGNED_SIZE_BYTES);
        assertEquals(signed, project.trust().verifyList(signed.bytes(), NOW));
    }

    @Test
    void boundsAreHeld() {
        Set<Bytes> tooMany = new HashSet<>();
        for (int i = 0; i <= RevocationList.MAX_REVOKED_READER_KEYS; i++) {
            tooMany.add(Sha256.digest(Bytes.of(i & 0xff, i >> 8)));
        }
        assertThrows(IllegalArgumentException.class, () -> with(1, SerialSet.EMPTY, tooMany));
        assertThrows(IllegalArgumentException.class, () -> with(1, SerialSet.EMPTY, Set.of(Bytes.of(1))));
        assertThrows(IllegalArgumentException.class, () -> with(0, SerialSet.EMPTY, Set.of()));
    }

    @Test
    void serialsThatAreCutOrHaveARestAreRefused() {
        StatementSamples sample = StatementSamples.of(project).get(4);
        List<Bytes> fields = WireFields.split(sample.body());
        for (String serials : List.of("", "00", "0001", "000100", "0000aa", "00018000", "2000", "0080")) {
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
        body[coding + 1] = 3;
        StatementException error =
                assertThrows(StatementException.class, () -> sample.verify(sample.resigned(Bytes.copyOf(body))));
        assertEquals(StatementException.Code.MALFORMED, error.code());
    }

    private RevocationList with(long baseSerial, SerialSet revoked, Set<Bytes> readerKeys) {
        return new RevocationList(
                project.id(),
                1,
                1,
                1,
                1,
                NOW,
                NOW.plusSeconds(1),
                readerKeys,
                CodedSerials.of(baseSerial, revoked),
                RevocationList.ALL_GROUPS);
    }
}
