package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;

/**
 * The content of one traffic message after the answer (spec/protocol.md 5.4): type, body. Unknown types below 16 are
 * refused, all others ignored, as everywhere in the protocol.
 *
 * @param type one octet
 * @param body at most 255 octets in this version
 */
public record Traffic(int type, Bytes body) {
    private static final int CLOSE = 0;
    private static final int FIRST_OPTIONAL = 16;

    /** Returns the content that ends a session in order. */
    public static Traffic close() {
        return new Traffic(CLOSE, Bytes.EMPTY);
    }

    public boolean isClose() {
        return type == CLOSE;
    }

    public Bytes encode() {
        return Bytes.concat(Bytes.of(type), body);
    }

    public static Traffic decode(Bytes octets) {
        MalformedException.unless(!octets.isEmpty() && octets.size() <= 256, "traffic size");
        Traffic traffic = new Traffic(octets.unsigned(0), octets.slice(1, octets.size()));
        boolean close = traffic.isClose() && traffic.body.isEmpty();
        MalformedException.unless(close || traffic.type >= FIRST_OPTIONAL, "traffic type");
        return traffic;
    }
}
