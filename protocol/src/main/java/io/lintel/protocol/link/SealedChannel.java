package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.noise.Transport;
import java.util.List;

/** A link that stands: messages go in and come out sealed, in order. */
record SealedChannel(Transport transport) implements AutoCloseable {
    private static final Bytes KIND = Bytes.of(LinkWire.SEALED_KIND);

    List<Bytes> seal(List<? extends LinkMessage> messages) {
        return messages.stream()
                .map(message -> Bytes.concat(KIND, transport.write(LinkCodec.encode(message))))
                .toList();
    }

    /** Returns what is inside. Throws {@code CryptoException} for what is not the peer's next message. */
    Bytes open(Bytes message) {
        LinkFault.unless(message.startsWith(KIND), LinkEnd.UNEXPECTED);
        return transport.read(message.slice(1, message.size()));
    }

    @Override
    public void close() {
        transport.close();
    }
}
