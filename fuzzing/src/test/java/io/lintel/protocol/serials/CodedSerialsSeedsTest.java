package io.lintel.protocol.serials;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class CodedSerialsSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(CodedSerialsFuzzTest.class, "everySerialThatIsReadIsFound", CodedSerialsFuzzTest::isRead);
    }
}
