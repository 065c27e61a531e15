package io.lintel.protocol.link;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class LinkMessageSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(LinkMessageFuzzTest.class, "whatIsReadIsWrittenTheSame", LinkMessageFuzzTest::isRead);
    }
}
