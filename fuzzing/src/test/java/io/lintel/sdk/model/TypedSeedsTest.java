package io.lintel.sdk.model;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class TypedSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(TypedFuzzTest.class, "whatIsReadIsReadAgainAsItIsShown", TypedFuzzTest::isRead);
    }
}
