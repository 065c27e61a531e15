package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.Transport;

/**
 * The clear header of an opener (spec/protocol.md 4.1): kind, version, suite, key epoch, project tag, reader tag, nonce.
 *
 * @param suiteId the suite's octet, 0..255, not yet known to be one of ours
 * @param keyEpoch 1..65535
 * @param projectTag 4 octets
 * @param readerTag 4 octets: the first of SHA-256 of the reader's DH key
 * @param nonce 16 random octets
 */
public record OpenerHeader(int suiteId, int keyEpoch, Bytes projectTag, Bytes readerTag, Bytes nonce) {
    public static final int VERSION = 1;

    private static final int SUITE = 2;
    private static final int KEY_EPOCH = 3;
    private static final int PROJECT_TAG = 5;
    private static final int READER_TAG = PROJECT_TAG + Lengths.SHORT_TAG;
    private static final int NONCE = READER_TAG + Lengths.SHORT_TAG;

    private static final Bytes OVER_TCP = contextOf(Transport.TCP);
    private static final Bytes OVER_GATT = contextOf(Transport.BLE_GATT);
    private static final Bytes OVER_L2CAP = contextOf(Transport.BLE_L2CAP);

    /** Refuses what the layout has no room for. */
    public OpenerHeader {
        require(suiteId >= 0 && suiteId <= 0xff, "a suite is one octet");
        require(keyEpoch >= 1 && keyEpoch <= 0xffff, "a key epoch is 1..65535");
        require(projectTag.size() == Lengths.SHORT_TAG, "a project tag has 4 octets");
        require(readerTag.size() == Lengths.SHORT_TAG, "a reader tag has 4 octets");
        require(nonce.size() == Lengths.NONCE, "a nonce has 16 octets");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public Bytes encode() {
        byte[] octets = new byte[Lengths.HEADER];
        octets[0] = MessageKind.OPENER.octet().get(0);
        octets[1] = VERSION;
        octets[SUITE] = (byte) suiteId;
        octets[KEY_EPOCH] = (byte) (keyEpoch >>> 8);
        octets[KEY_EPOCH + 1] = (byte) keyEpoch;
        projectTag.copyTo(octets, PROJECT_TAG);
        readerTag.copyTo(octets, READER_TAG);
        nonce.copyTo(octets, NONCE);
        return Bytes.takeOwnership(octets);
    }

    /** Reads the header of an opener and checks the opener's whole length; the version is the caller's to check. */
    public static OpenerHeader decode(Bytes opener) {
        MalformedException.unless(opener.size() >= Lengths.HEADER, "truncated opener");
        MalformedException.unless(MessageKind.of(opener) == MessageKind.OPENER, "not an opener");
        int keyEpoch = (opener.unsigned(KEY_EPOCH) << 8) | opener.unsigned(KEY_EPOCH + 1);
        MalformedException.unless(keyEpoch > 0, "key epoch zero");
        return new OpenerHeader(
                opener.unsigned(SUITE),
                keyEpoch,
                opener.slice(PROJECT_TAG, READER_TAG),
                opener.slice(READER_TAG, NONCE),
                opener.slice(NONCE, Lengths.HEADER));
    }

    /** Returns the version octet of an opener. */
    public static int version(Bytes opener) {
        return opener.unsigned(1);
    }

    /**
     * Returns {@code "lintel/1/tap" 00 transport 00}: Noise's prologue of a tap is that and the header, and what binds a fast tap is a
     * hash of that and the whole opener.
     */
    public static Bytes context(Transport transport) {
        return switch (transport) {
            case TCP -> OVER_TCP;
            case BLE_GATT -> OVER_GATT;
            case BLE_L2CAP -> OVER_L2CAP;
        };
    }

    private static Bytes contextOf(Transport transport) {
        return Bytes.utf8("lintel/1/tap\0" + transport.wireName() + '\0');
    }

    /** Returns the hash that binds a fast tap to the whole opener and its transport. */
    public static Bytes openerHash(io.lintel.crypto.CryptoSuite suite, Transport transport, Bytes opener) {
        return suite.sha256(context(transport), opener);
    }

    public static Bytes readerTag(io.lintel.crypto.CryptoSuite suite, Bytes readerKey) {
        return suite.sha256(readerKey).slice(0, Lengths.SHORT_TAG);
    }

    boolean speaks(Suite suite) {
        return suiteId == suite.id();
    }
}
