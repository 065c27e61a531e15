package io.lintel.benchmarks.peer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * TLS 1.3 (RFC 8446) with client certificates, both sides in one process and nothing between them: the phone dials, both
 * authenticate, the phone names its credential in 23 octets, the reader looks the phone's certificate up and answers with 4.
 * What goes over the wire and who checks what is the library's own doing; {@link TlsStack} says what it is set to. Not
 * thread-safe.
 */
public final class TlsPeer {
    private static final int REQUEST = 23;
    private static final int ANSWER = 4;
    private static final byte GRANTED = 1;

    /** The libraries ask for room for the longest record, however short it turns out to be. */
    private static final int ROOM = 1 << 15;

    private final Handshake handshake;
    private final TlsStack stack;
    private final Set<ByteBuffer> known;
    private final ByteBuffer toReader;
    private final ByteBuffer toPhone;
    private final ByteBuffer request;
    private final ByteBuffer answer;
    private final ByteBuffer heardByReader;
    private final ByteBuffer heardByPhone;
    private final IntConsumer sent;

    /** Whose TLS. */
    public enum Library {
        /** The JDK's. */
        JDK,
        /** BoringSSL's, by way of Netty. */
        BORINGSSL
    }

    /** Whether the sides have met before. */
    public enum Handshake {
        /** They have not: both send certificates and sign. */
        FULL,
        /** They have: the phone brings a ticket ({@code psk_dhe_ke}, section 4.2.9), and nobody signs. */
        RESUMED
    }

    /** Makes both sides, and lets them meet once where they are to have met before. */
    public TlsPeer(Library library, Handshake handshake) throws GeneralSecurityException, SSLException {
        this(library, handshake, octets -> {});
    }

    /**
     * Makes the same.
     *
     * @param sent is told how many octets each flight of an exchange has, TLS's own framing included; the phone's is the
     *     first, then they take turns
     */
    public TlsPeer(Library library, Handshake handshake, IntConsumer sent)
            throws GeneralSecurityException, SSLException {
        this(library, handshake, TlsIdentity.of("phone"), TlsIdentity.of("reader"), sent);
        if (handshake == Handshake.RESUMED) {
            connect(octets -> {});
        }
    }

    private TlsPeer(Library library, Handshake handshake, TlsIdentity phone, TlsIdentity reader, IntConsumer sent)
            throws GeneralSecurityException, SSLException {
        this(
                library,
                handshake,
                new TlsParty(phone, reader.certificate()),
                new TlsParty(reader, phone.certificate()),
                sent);
    }

    /** Makes sides that may know others than each other. */
    TlsPeer(Library library, Handshake handshake, TlsParty phone, TlsParty reader, IntConsumer sent)
            throws GeneralSecurityException, SSLException {
        this.sent = sent;
        this.handshake = handshake;
        this.stack = TlsStack.of(library, handshake, phone, reader);
        this.known = Set.of(ByteBuffer.wrap(reader.known().getEncoded()));
        this.toReader = stack.buffer(ROOM);
        this.toPhone = stack.buffer(ROOM);
        this.request = stack.buffer(REQUEST);
        this.answer = stack.buffer(ANSWER);
        this.heardByReader = stack.buffer(ROOM);
        this.heardByPhone = stack.buffer(ROOM);
    }

    /**
     * Connects once, to the phone's receipt of the answer, and returns whether the reader granted.
     *
     * @throws SSLException if one side refuses the other
     * @throws IllegalStateException if the handshake was a full one where it was to be resumed, or the other way round
     */
    public boolean exchange() throws SSLException {
        Outcome outcome = connect(sent);
        if (outcome.resumed() != (handshake == Handshake.RESUMED)) {
            throw new IllegalStateException("the handshake was " + (outcome.resumed() ? "resumed" : "full"));
        }
        return outcome.granted();
    }

    /** What one connection came to. */
    private record Outcome(boolean resumed, boolean granted) {}

    private Outcome connect(IntConsumer told) throws SSLException {
        SSLEngine phonesEngine = stack.phone();
        SSLEngine readersEngine = stack.reader();
        try {
            return connect(new TlsEnd(phonesEngine, heardByPhone), new TlsEnd(readersEngine, heardByReader), told);
        } finally {
            stack.release(phonesEngine);
            stack.release(readersEngine);
        }
    }

    private Outcome connect(TlsEnd phone, TlsEnd reader, IntConsumer told) throws SSLException {
        request.clear();
        answer.clear().limit(0); // nothing to say yet
        phone.write(request, toReader.clear());
        reader.read(send(toReader, told), toPhone.clear());
        reader.write(answer, toPhone);
        boolean resumed = ServerHello.resumes(send(toPhone, told));
        phone.read(toPhone, toReader.clear());
        while (phone.heard() < ANSWER) {
            phone.write(request, toReader);
            reader.read(send(toReader, told), toPhone.clear());
            if (reader.heard() == REQUEST) {
                answer.clear().put(0, decide(reader.engine()));
            }
            reader.write(answer, toPhone);
            phone.read(send(toPhone, told), toReader.clear());
        }
        return new Outcome(resumed, heardByPhone.get(0) == GRANTED);
    }

    private static ByteBuffer send(ByteBuffer wire, IntConsumer told) {
        wire.flip();
        if (!wire.hasRemaining()) {
            throw new IllegalStateException("one side has nothing to say, and the other one waits");
        }
        told.accept(wire.remaining());
        return wire;
    }

    /** The reader's one decision: is the phone whose certificate this is one that it knows? */
    private byte decide(SSLEngine reader) throws SSLException {
        try {
            byte[] phone = reader.getSession().getPeerCertificates()[0].getEncoded();
            return known.contains(ByteBuffer.wrap(phone)) ? GRANTED : 0;
        } catch (CertificateEncodingException malformed) {
            throw new SSLException("a certificate that was checked cannot be encoded", malformed);
        }
    }
}
