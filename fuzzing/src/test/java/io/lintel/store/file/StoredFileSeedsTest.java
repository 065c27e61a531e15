package io.lintel.store.file;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class StoredFileSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(
                StoredFileFuzzTest.class,
                "itIsReadOrCorrupt",
                octets -> StoredFileFuzzTest.isRead(octets.toByteArray()));
    }
}
