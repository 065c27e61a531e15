package io.lintel.benchmarks.peer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * TLS 1.3 by one library, set to the least that does the job: X25519 alone, AES-128-GCM, certificates of ECDSA on P-256 that
 * each side knows beforehand. Client certificates are required. Not thread-safe.
 */
interface TlsStack {
    /** The name that the phone's tickets go by. */
    String HOST = "door";

    /** The port that goes with it. Nothing listens there. */
    int PORT = 443;

    /** The only version. */
    String VERSION = "TLSv1.3";

    /** Returns a phone's end of a new connection. */
    SSLEngine phone();

    /** Returns a reader's end of a new connection. */
    SSLEngine reader();

    /** Returns a buffer of the kind that this library copies least. */
    ByteBuffer buffer(int octets);

    /** Frees what an end holds besides the heap. */
    void release(SSLEngine end);

    /** Returns that of a library. */
    static TlsStack of(TlsPeer.Library library, TlsPeer.Handshake handshake, TlsParty phone, TlsParty reader)
            throws GeneralSecurityException, SSLException {
        return switch (library) {
            case JDK -> new JdkTls(handshake, phone, reader);
            case BORINGSSL -> new BoringTls(handshake, phone, reader);
        };
    }
}
