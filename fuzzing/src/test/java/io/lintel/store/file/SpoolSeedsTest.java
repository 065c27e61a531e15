package io.lintel.store.file;

import io.lintel.fuzzing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class SpoolSeedsTest {
    @Test
    void eachSeedHasAWholeEventUnlessItIsNamedBad() {
        Seeds.check(SpoolFuzzTest.class, "theSpoolGoesOnBehindWhatIsWhole", input -> {
            try {
                return SpoolFuzzTest.wholeEvents(input) > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
