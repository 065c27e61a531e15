package io.lintel.benchmarks.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.peer.TlsPeer.Handshake;
import io.lintel.benchmarks.peer.TlsPeer.Library;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that does not do the job is no peer: both sides are authenticated, and what is resumed is resumed. */
class TlsPeerTest {
    /** An ECDSA certificate and a signature by its key take more than this; Finished and a short record far less. */
    private static final int CERTIFICATE_AND_SIGNATURE = 300;

    private static final int ROOM = 1 << 15;

    private final TlsIdentity phone = TlsIdentity.of("phone");
    private final TlsIdentity reader = TlsIdentity.of("reader");
    private final TlsIdentity stranger = TlsIdentity.of("phone");

    TlsPeerTest() throws GeneralSecurityException {}

    @ParameterizedTest
    @CsvSource({"JDK, FULL", "JDK, RESUMED", "BORINGSSL, FULL", "BORINGSSL, RESUMED"})
    void readerGrantsToThePhoneThatItKnowsEachTime(Library library, Handshake handshake) throws Exception {
        TlsPeer peer = new TlsPeer(library, handshake);
        for (int tap = 0; tap < 5; tap++) {
            assertTrue(peer.exchange());
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK", "BORINGSSL"})
    void certificatesOfBothSidesGoOverTheWireUnlessResumed(Library library) throws Exception {
        List<Integer> full = flights(library, Handshake.FULL);
        List<Integer> resumed = flights(library, Handshake.RESUMED);

        for (int flight = 1; flight <= 2; flight++) {
            int octets = full.get(flight) - resumed.get(flight);
            assertTrue(octets > CERTIFICATE_AND_SIGNATURE, full + " in full, " + resumed + " resumed");
        }
        assertEquals(4, full.size());
        assertEquals(4, resumed.size());
    }

    private static List<Integer> flights(Library library, Handshake handshake) throws Exception {
        List<Integer> flights = new ArrayList<>();
        assertTrue(new TlsPeer(library, handshake, flights::add).exchange());
        return flights;
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesAgreeOnTheShortestCipher(Library library) throws Exception {
        TlsStack stack = TlsStack.of(
                library,
                Handshake.FULL,
                new TlsParty(phone, reader.certificate()),
                new TlsParty(reader, phone.certificate()));
        SSLEngine phones = stack.phone();
        SSLEngine readers = stack.reader();
        try {
            TlsEnd atPhone = new TlsEnd(phones, stack.buffer(ROOM));
            TlsEnd atReader = new TlsEnd(readers, stack.buffer(ROOM));
            ByteBuffer toReader = stack.buffer(ROOM);
            ByteBuffer toPhone = stack.buffer(ROOM);
            for (int flight = 0; flight < 3; flight++) {
                atPhone.write(ByteBuffer.allocate(0), toReader);
                atReader.read(toReader.flip(), toPhone.clear());
                atReader.write(ByteBuffer.allocate(0), toPhone);
                atPhone.read(toPhone.flip(), toReader.clear());
            }

            assertEquals("TLS_AES_128_GCM_SHA256", phones.getSession().getCipherSuite());
        } finally {
            stack.release(phones);
            stack.release(readers);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readerRefusesAPhoneThatItDoesNotKnow(Library library) throws Exception {
        TlsPeer peer = between(library, Handshake.FULL, stranger, reader);
        assertThrows(SSLException.class, peer::exchange);
    }

    @ParameterizedTest
    @EnumSource
    void phoneRefusesAReaderThatItDoesNotKnow(Library library) throws Exception {
        TlsPeer peer = between(library, Handshake.FULL, phone, stranger);
        assertThrows(SSLException.class, peer::exchange);
    }

    @ParameterizedTest
    @EnumSource
    void handshakeThatWasToBeResumedAndIsNotIsNoResult(Library library) throws Exception {
        TlsPeer neverMet = between(library, Handshake.RESUMED, phone, reader);
        assertThrows(IllegalStateException.class, neverMet::exchange);
    }

    /** Whoever comes, either side waits for the one that it knows. */
    private TlsPeer between(Library library, Handshake handshake, TlsIdentity comes, TlsIdentity answers)
            throws Exception {
        return new TlsPeer(
                library,
                handshake,
                new TlsParty(comes, reader.certificate()),
                new TlsParty(answers, phone.certificate()),
                octets -> {});
    }
}
