package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectId;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The clear header of the first message: who says that it calls. Nothing is verified; the handshake that follows is bound to
 * it.
 *
 * @param suite the project's suite
 * @param project the project
 * @param reader the reader's number, 1 to 2^31 - 1
 */
record Hello(Suite suite, ProjectId project, int reader) {
    static final int SIZE = 2 + ProjectId.SIZE_BYTES + 4;

    Bytes encode() {
        ByteBuffer octets = ByteBuffer.allocate(SIZE);
        octets.put((byte) LinkWire.HELLO_KIND).put((byte) suite.id());
        octets.put(project.value().toByteArray()).putInt(reader);
        return Bytes.copyOf(octets.array());
    }

    /** Returns the header of a message that has the form of a first one. */
    static Optional<Hello> of(Bytes message) {
        if (message.size() < SIZE || message.unsigned(0) != LinkWire.HELLO_KIND) {
            return Optional.empty();
        }
        ProjectId project = new ProjectId(message.slice(2, 2 + ProjectId.SIZE_BYTES));
        int reader = ByteBuffer.wrap(message.toByteArray()).getInt(2 + ProjectId.SIZE_BYTES);
        return reader < 1
                ? Optional.empty()
                : Suite.ofId(message.unsigned(1))
                        .filter(suite -> message.size() == SIZE + suite.dhKeySize() + LinkWire.TAG_SIZE)
                        .map(suite -> new Hello(suite, project, reader));
    }
}
