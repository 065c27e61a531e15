package io.lintel.sdk.command.sync;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.sdk.sync.HostPerson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 over everything that a list says, in its order. */
final class ListDigest {

    private final MessageDigest sha256 = Sha256.begin();

    void add(HostPerson person) {
        add(person.givenName());
        add(person.familyName());
        add(person.email());
        add(person.accessNumber().toString());
        add(person.syncId().toString());
    }

    void add(long line, String problem) {
        add(Long.toString(line));
        add(problem);
    }

    Bytes value() {
        return Bytes.copyOf(sha256.digest());
    }

    private void add(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, octets.length));
        sha256.update(octets);
    }
}
