package io.lintel.protocol.wire;

import io.lintel.crypto.Suite;

/** Every length of the tap, in octets. One length per kind, suite and form (spec/protocol.md 3). */
public final class Lengths {
    public static final int KIND = 1;
    public static final int TAG = 16;
    public static final int HEADER = 29;
    public static final int NONCE = 16;
    public static final int SHORT_TAG = 4;
    public static final int STATE_EPOCH = 4;
    public static final int OPENER_PAYLOAD = 9;
    public static final int GATE = 8;
    public static final int HINT = 8;
    public static final int REFERENCE = 20;
    public static final int CREDENTIAL = 160;
    public static final int CERTIFICATE = 192;
    public static final int ANSWER_PAYLOAD = 4;
    public static final int SECRET = 32;

    /** Largest message that either side accepts before the peer is authenticated. */
    public static final int MAX_UNAUTHENTICATED = 512;

    public static final int WHO = KIND;
    public static final int CERTIFICATE_MESSAGE = KIND + 1 + CERTIFICATE + TAG;
    public static final int FAST = KIND + HINT + 2 + TAG;
    public static final int ANSWER = KIND + ANSWER_PAYLOAD + TAG;
    public static final int SEND_CREDENTIAL = KIND + TAG;
    public static final int CREDENTIAL_MESSAGE = KIND + 1 + CREDENTIAL + TAG;
    static final int LEAST_TRAFFIC = KIND + 1 + TAG;
    static final int MOST_TRAFFIC = LEAST_TRAFFIC + 255;

    static final int REFERENCE_PAYLOAD = 1 + 2 + REFERENCE;
    static final int WHOLE_PAYLOAD = 1 + 2 + 1 + CREDENTIAL;

    private Lengths() {}

    public static int opener(Suite suite) {
        return HEADER + suite.dhKeySize() + OPENER_PAYLOAD + TAG;
    }

    public static int coldWithReference(Suite suite) {
        return cold(suite, REFERENCE_PAYLOAD);
    }

    public static int coldWithCredential(Suite suite) {
        return cold(suite, WHOLE_PAYLOAD);
    }

    private static int cold(Suite suite, int payload) {
        return KIND + GATE + 2 * suite.dhKeySize() + TAG + payload + TAG;
    }
}
