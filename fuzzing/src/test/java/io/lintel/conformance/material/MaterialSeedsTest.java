package io.lintel.conformance.material;

import io.lintel.fuzzing.Seeds;
import org.junit.jupiter.api.Test;

class MaterialSeedsTest {
    @Test
    void eachSeedIsReadUnlessItIsNamedBad() {
        Seeds.check(MaterialFuzzTest.class, "whatIsReadSaysTheSameWhenWritten", MaterialFuzzTest::isRead);
    }
}
