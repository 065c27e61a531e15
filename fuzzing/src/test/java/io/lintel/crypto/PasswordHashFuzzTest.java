package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.fuzzing.Parser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hashes of passwords as a store has them: what is read is written in one form, whatever its last octets were. */
class PasswordHashFuzzTest {
    private static final Parser<String, PasswordHash> HASH =
            Parser.of(PasswordHash::parse, IllegalArgumentException.class);

    @FuzzTest
    void whatIsReadSaysTheSameWhenWritten(byte[] data) {
        isRead(Bytes.copyOf(data));
    }

    static boolean isRead(Bytes data) {
        String text = new String(data.toByteArray(), StandardCharsets.UTF_8);
        Optional<PasswordHash> hash = HASH.read(text, data.size());
        hash.ifPresent(read ->
                assertEquals(read.encoded(), PasswordHash.parse(read.encoded()).encoded()));
        return hash.isPresent();
    }
}
