package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.noise.HandshakeBuilder;
import io.lintel.crypto.noise.HandshakePattern;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import java.time.Duration;

/** What both sides of a link share: kinds, sizes, times, handshake ({@code spec/link.md}). */
final class LinkWire {
    static final int HELLO_KIND = 0x15;
    static final int WELCOME_KIND = 0x16;
    static final int SEALED_KIND = 0x17;

    static final int TAG_SIZE = 16;

    /** Octets of a list or a configuration in one message. */
    static final int PART_SIZE = 4096;

    /** The most parts that one {@code want} asks for: what a manager may have under way to one reader. */
    static final int MAX_PARTS = 8;

    static final int MAX_EVENTS = 64;
    static final int MAX_COUNTERS = 64;
    static final int HASH_SIZE = 32;

    /** How long either side waits for the other's next message until the link stands. */
    static final Duration HANDSHAKE = Duration.ofSeconds(10);

    /** A reader says its state as often as this, and the manager answers. */
    static final Duration BEAT = Duration.ofSeconds(60);

    /** Who has heard nothing for so long gives the connection up. */
    static final Duration SILENCE = Duration.ofSeconds(150);

    private static final Bytes CONTEXT = Bytes.concat(Bytes.utf8("lintel/1/link"), Bytes.of(0));
    private static final HandshakePattern PATTERN = HandshakePattern.named("KK");

    private LinkWire() {}

    static HandshakeBuilder handshake(CryptoSuite suite, Role role, Hello hello) {
        return HandshakeState.builder(PATTERN, suite.noise(), role).prologue(CONTEXT, hello.encode());
    }

    /** The most octets that a message has inside: a part with its header. */
    static final int MAX_CONTENT = PART_SIZE + 16;

    /** Kind, content, tag. */
    static final int MAX_MESSAGE = 1 + MAX_CONTENT + TAG_SIZE;
}
