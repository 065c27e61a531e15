package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The sealed part of an opener (spec/protocol.md 4.2): nine octets.
 *
 * @param stateEpoch 4 random octets, new whenever the reader lost or flushed its tables
 * @param flags what the reader holds and wants
 * @param listEpoch the epoch of the list that the reader enforces, 0 for none
 */
public record OpenerPayload(Bytes stateEpoch, Set<Flag> flags, long listEpoch) {

    /** One bit of the flags octet. */
    public enum Flag {
        /** The reader holds a directory: a reference is worth trying. */
        DIRECTORY(0x01),
        /** The reader would take a newer list from a courier. */
        COURIER_WANTED(0x02);

        private final int bit;

        Flag(int bit) {
            this.bit = bit;
        }
    }

    private static final int KNOWN_BITS = 0x03;

    public OpenerPayload {
        flags = flags.isEmpty() ? Collections.emptySet() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    public Bytes encode() {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= flag.bit;
        }
        return Bytes.concat(stateEpoch, Bytes.of(bits), BigEndian.u32(listEpoch));
    }

    public static OpenerPayload decode(Bytes octets) {
        MalformedException.unless(octets.size() == Lengths.OPENER_PAYLOAD, "opener payload size");
        int bits = octets.unsigned(4);
        MalformedException.unless((bits & ~KNOWN_BITS) == 0, "reserved opener flag");
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if ((bits & flag.bit) != 0) {
                flags.add(flag);
            }
        }
        return new OpenerPayload(octets.slice(0, 4), flags, BigEndian.readU32(octets, 5));
    }
}
