package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;
import java.io.IOException;

/** A channel whose messages stand in a stream of octets, framed as in {@code spec/protocol.md} 10, which a case may break. */
public sealed interface OctetLine extends Line permits FramedSocket, L2capLine {
    /**
     * Sends octets as they are.
     *
     * @throws IOException where the other side takes nothing
     */
    void sendOctets(Bytes octets) throws IOException;
}
