package io.lintel.protocol.revocation;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class ListDeltaSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(ListDeltaFuzzTest.class, "whatIsReadIsWrittenTheSame", ListDeltaFuzzTest::isRead);
    }
}
