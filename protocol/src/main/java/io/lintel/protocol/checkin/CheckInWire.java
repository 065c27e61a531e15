package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.HandshakeBuilder;
import io.lintel.crypto.noise.HandshakePattern;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;

/** What both sides of a check-in share: message kinds, sizes and prologue ({@code spec/protocol.md}, "Check-in"). */
final class CheckInWire {
    static final int REQUEST_KIND = 0x13;
    static final int RESPONSE_KIND = 0x14;
    static final int DIGEST_SIZE = 8;
    static final int MAX_MESSAGE_SIZE = 0xffff;

    /** Kind and suite. */
    static final int REQUEST_HEADER_SIZE = 2;

    /** Kind. */
    static final int RESPONSE_HEADER_SIZE = 1;

    private static final int BLOCK_SIZE = 256;
    private static final int TAG_SIZE = 16;
    private static final Bytes CONTEXT = Bytes.concat(Bytes.utf8("lintel/1/check-in"), Bytes.of(0));
    private static final HandshakePattern PATTERN = HandshakePattern.named("IK");

    private CheckInWire() {}

    static HandshakeBuilder handshake(CryptoSuite suite, Role role) {
        return HandshakeState.builder(PATTERN, suite.noise(), role).prologue(prologue(suite.id()));
    }

    static Bytes prologue(Suite suite) {
        return Bytes.concat(CONTEXT, Bytes.of(suite.id()));
    }

    /** Returns whether a request has one of its two sizes: with receipts and without. */
    static boolean isRequestSize(Suite suite, int size) {
        return size == requestSize(suite) || size == requestSize(suite, RequestContent.BLOCKS_WITH_RECEIPTS);
    }

    /** The size of a request without receipts. */
    static int requestSize(Suite suite) {
        return requestSize(suite, 1);
    }

    /** Header, ephemeral key, sealed static key, sealed payload. */
    private static int requestSize(Suite suite, int blocks) {
        return REQUEST_HEADER_SIZE + 2 * suite.dhKeySize() + TAG_SIZE + blocks * BLOCK_SIZE + TAG_SIZE;
    }
}
