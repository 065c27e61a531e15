package io.lintel.crypto;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class PasswordHashSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(PasswordHashFuzzTest.class, "whatIsReadSaysTheSameWhenWritten", PasswordHashFuzzTest::isRead);
    }
}
