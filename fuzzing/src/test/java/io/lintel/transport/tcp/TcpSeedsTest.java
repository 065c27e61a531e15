package io.lintel.transport.tcp;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class TcpSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(
                TcpFuzzTest.class, "aStreamGivesItsMessagesHoweverItIsCut", input -> TcpFuzzTest.messages(input) > 0);
        Seeds.check(TcpFuzzTest.class, "busyMeansAWaitOfAMinuteAtMost", TcpFuzzTest::isBusy);
    }
}
