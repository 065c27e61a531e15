package io.lintel.protocol.tap;

/** What the phone claims to have checked before it answered. A claim: it hinders relays, not a dishonest holder. */
public enum Assurance {
    /** The person was verified on the phone for this tap (biometrics, PIN). */
    PERSON_VERIFIED(0x01),
    /** The phone was unlocked. */
    DEVICE_UNLOCKED(0x02);

    private final int bit;

    Assurance(int bit) {
        this.bit = bit;
    }

    /** Returns the bit of the second intent octet. */
    public int bit() {
        return bit;
    }
}
