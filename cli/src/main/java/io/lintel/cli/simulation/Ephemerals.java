package io.lintel.cli.simulation;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A few ephemeral key pairs of one kind of actor, in turn and again. In a year of a large site, key agreements would be most of
 * the work; where key pairs come again, the suite {@linkplain Remembering remembers} what they agreed on. Nonces, request
 * numbers and ratchets still tell one conversation from another; a product that relied on a key pair to do that would fail here
 * first.
 */
final class Ephemerals implements Supplier<DhKeyPair> {
    private static final int KEY_PAIRS = 4;

    private final CryptoSuite suite;
    private final List<SecretBytes> privateKeys;
    private int turn;

    Ephemerals(CryptoSuite suite) {
        this.suite = suite;
        this.privateKeys = IntStream.range(0, KEY_PAIRS)
                .mapToObj(number -> suite.generateDhKeyPair().privateKey().encoded())
                .toList();
    }

    /** Returns a copy, which whoever uses it destroys. */
    @Override
    public DhKeyPair get() {
        turn = (turn + 1) % KEY_PAIRS;
        return suite.dhKeyPair(privateKeys.get(turn));
    }
}
