package io.lintel.benchmarks.peer;

import java.nio.ByteBuffer;

/** What a server's first record says in the open (RFC 8446 sections 4.1.3 and 5.1): whether it takes the phone's ticket. */
final class ServerHello {
    private static final int RECORD_HEADER = 5;
    private static final int HANDSHAKE_HEADER = 4;
    private static final int SERVER_HELLO = 2;
    private static final int VERSION_AND_RANDOM = 2 + 32;
    private static final int CIPHER_AND_COMPRESSION = 2 + 1;
    private static final int PRE_SHARED_KEY = 41;

    private ServerHello() {}

    /** Whether the server goes on from a session before; without that extension it sends its certificate. */
    static boolean resumes(ByteBuffer wire) {
        ByteBuffer hello = wire.duplicate();
        skip(hello, RECORD_HEADER);
        if (hello.get(hello.position()) != SERVER_HELLO) {
            throw new IllegalStateException("the reader's first message is no ServerHello");
        }
        skip(hello, HANDSHAKE_HEADER + VERSION_AND_RANDOM);
        skip(hello, 1 + hello.get(hello.position()));
        skip(hello, CIPHER_AND_COMPRESSION);
        int end = 2 + hello.getShort(hello.position()) + hello.position();
        skip(hello, 2);
        while (hello.position() < end) {
            if (hello.getShort() == PRE_SHARED_KEY) {
                return true;
            }
            skip(hello, 2 + hello.getShort(hello.position()));
        }
        return false;
    }

    private static void skip(ByteBuffer from, int octets) {
        from.position(from.position() + octets);
    }
}
