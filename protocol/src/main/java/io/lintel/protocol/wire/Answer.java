package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.DenialReason;
import java.util.Optional;

/**
 * The sealed content of an answer (spec/protocol.md 4.6): outcome, reason, resumption, zero.
 *
 * @param denial why access was denied, or empty when it was granted
 * @param resumption whether the reader kept a ratchet for this phone
 */
public record Answer(Optional<DenialReason> denial, Resumption resumption) {
    /** Refuses a reason whose code does not stand for it in one octet. */
    public Answer {
        if (denial.isPresent()
                && !DenialReason.ofCode(denial.get().code() & 0xff).equals(denial)) {
            throw new IllegalArgumentException(denial.get() + " has no octet of its own");
        }
    }

    /** Whether a fast tap is worth trying next time. */
    public enum Resumption {
        /** The reader kept the ratchet. */
        KEPT(0),
        /** The reader dropped it, or made none: the next tap is cold. */
        DROPPED(1);

        private final int code;

        Resumption(int code) {
            this.code = code;
        }
    }

    private static final int GRANTED = 1;
    private static final int DENIED = 2;

    public Bytes encode() {
        byte[] octets = new byte[Lengths.ANSWER_PAYLOAD];
        octets[0] = (byte) (denial.isEmpty() ? GRANTED : DENIED);
        octets[1] = (byte) (int) denial.map(DenialReason::code).orElse(0);
        octets[2] = (byte) resumption.code;
        return Bytes.takeOwnership(octets);
    }

    public static Answer decode(Bytes octets) {
        MalformedException.unless(octets.size() == Lengths.ANSWER_PAYLOAD, "answer size");
        int outcome = octets.unsigned(0);
        Optional<DenialReason> reason = DenialReason.ofCode(octets.unsigned(1));
        boolean granted = outcome == GRANTED && octets.unsigned(1) == 0;
        MalformedException.unless(granted || (outcome == DENIED && reason.isPresent()), "answer outcome");
        MalformedException.unless(octets.unsigned(2) <= 1 && octets.get(3) == 0, "answer flags");
        return new Answer(reason, octets.unsigned(2) == Resumption.KEPT.code ? Resumption.KEPT : Resumption.DROPPED);
    }
}
