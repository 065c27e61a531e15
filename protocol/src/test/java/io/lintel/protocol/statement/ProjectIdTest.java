package io.lintel.protocol.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProjectIdTest {
    private static final Bytes KEY = Bytes.copyOf(new byte[32]);

    @Test
    void isTheBeginningOfTheHashOfContextSuiteAndKey() throws Exception {
        ByteBuffer hashed = ByteBuffer.allocate(16 + 1 + 1 + 32);
        hashed.put("lintel/1/project".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) 1);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(hashed.array());
        ProjectId id = ProjectId.of(Suite.X25519, KEY);
        assertEquals(Bytes.copyOf(Arrays.copyOf(digest, 8)), id.value());
        assertEquals(Bytes.copyOf(Arrays.copyOf(digest, 4)), id.tag());
        assertEquals(id.value().toHex(), id.toString());
    }

    @Test
    void whatIsReadAgainIsTheSameObject() {
        Bytes one = KEY.slice(0, 8);
        Bytes other = Bytes.of(1, 2, 3, 4, 5, 6, 7, 8);

        ProjectId read = ProjectId.read(one);
        assertEquals(new ProjectId(one), read);
        assertSame(read, ProjectId.read(Bytes.copyOf(one.toByteArray())));
        assertEquals(new ProjectId(other), ProjectId.read(other));
        assertEquals(read, ProjectId.read(one));
        assertThrows(IllegalArgumentException.class, () -> ProjectId.read(KEY));
        assertThrows(IllegalArgumentException.class, () -> ProjectId.read(Bytes.EMPTY));
    }

    @Test
    void dependsOnTheSuite() {
        Bytes longer = Bytes.concat(Bytes.of(2), KEY);
        assertNotEquals(ProjectId.of(Suite.X25519, KEY), ProjectId.of(Suite.P256, longer));
        assertThrows(IllegalArgumentException.class, () -> ProjectId.of(Suite.P256, KEY));
        assertThrows(IllegalArgumentException.class, () -> new ProjectId(KEY));
    }
}
