package io.lintel.protocol.formal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model of fast taps in spec/formal/tla: what must hold of attempts and steps on both sides holds in every state, whatever
 * was lost, late or parallel, and each mistake that the model can make is found.
 */
@Tag("long")
class FastTapModelTest {
    private static final String MODEL = "FastTap";

    @TempDir
    private Path scratch;

    @Test
    void theModelKeepsItsPromisesInEveryState() throws Exception {
        assertEquals(Optional.empty(), check(ModelChecker.configuration(MODEL)));
    }

    @Test
    @EnabledIfSystemProperty(named = "lintel.soak", matches = "true")
    void theModelKeepsItsPromisesInEveryStateOfMoreChannels() throws Exception {
        assertEquals(Optional.empty(), check(ModelChecker.configuration("FastTapLarge")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an attempt is not durable  | AttemptUsedOnce",
                "the last step is not kept  | NextAttemptIsGood",
                "a late answer steps        | NextAttemptIsGood",
                "every tap steps            | NextAttemptIsGood",
                "ratchets outlive a restart | OldStepsAreGone",
            })
    void aMistakeBreaksAPromise(String mistake, String broken) throws Exception {
        String wrong = ModelChecker.configuration(MODEL).replace("\"none\"", '"' + mistake + '"');

        assertEquals(Optional.of(broken), check(ModelChecker.holdingOnly(broken, wrong)));
    }

    @Test
    void aLostAnswerIsMadeUpForByTheNextFastTap() throws Exception {
        String never = "NoLostAnswerIsMadeUpFor";

        assertEquals(Optional.of(never), check(ModelChecker.holdingOnly(never, ModelChecker.configuration(MODEL))));
    }

    private Optional<String> check(String configuration) throws Exception {
        return new ModelChecker(scratch, MODEL).check(configuration);
    }
}
