package io.lintel.protocol.testing;

/** The first octets of messages as spec/protocol.md 3 numbers them, written down again so that a test can tell a slip. */
public final class Kind {
    public static final int OPENER = 0x01;
    public static final int WHO = 0x02;
    public static final int CERTIFICATE = 0x03;
    public static final int COLD = 0x04;
    public static final int FAST = 0x05;
    public static final int USE_COLD = 0x06;
    public static final int SEND_CREDENTIAL = 0x07;
    public static final int CREDENTIAL = 0x08;
    public static final int ANSWER = 0x09;
    public static final int REFUSED = 0x0A;
    public static final int TRAFFIC = 0x0B;

    private Kind() {}
}
