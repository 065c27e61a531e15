package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;

/**
 * A cold message (spec/protocol.md 4.3): kind, gate, Noise message 2.
 *
 * @param gate 8 octets
 * @param noise Noise message 2, which begins with the phone's ephemeral
 */
public record ColdMessage(Bytes gate, Bytes noise) {
    public Bytes encode() {
        return Bytes.concat(MessageKind.COLD.octet(), gate, noise);
    }

    public static ColdMessage decode(Suite suite, Bytes message) {
        int size = message.size();
        MalformedException.unless(
                size == Lengths.coldWithReference(suite) || size == Lengths.coldWithCredential(suite), "cold size");
        int noise = Lengths.KIND + Lengths.GATE;
        return new ColdMessage(message.slice(Lengths.KIND, noise), message.slice(noise, size));
    }

    /** Returns the phone's ephemeral public key, not yet validated. */
    public Bytes ephemeral(Suite suite) {
        return noise.slice(0, suite.dhKeySize());
    }
}
