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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The model of spec/formal/tla: what must hold of epochs, slots, couriers, receipts and credits holds in every state, and each
 * mistake that the model can make is found.
 */
@Tag("long")
class RevocationModelTest {
    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"Revocation", "RevocationTwoReaders"})
    void theModelKeepsItsPromisesInEveryState(String configuration) throws Exception {
        assertEquals(Optional.empty(), check(ModelChecker.configuration(configuration)));
    }

    @Test
    @EnabledIfSystemProperty(named = "lintel.soak", matches = "true")
    void theModelKeepsItsPromisesInEveryStateOfALargerSite() throws Exception {
        assertEquals(Optional.empty(), check(ModelChecker.configuration("RevocationLarge")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ignores the epoch              | BelievedIsEnforced",
                "takes receipts of old keys     | BelievedIsEnforced",
                "starts readers with an old list| CreditOnlyWhenShut",
                "takes the phone's word         | CreditOnlyWhenShut",
                "forgets the lag                | CreditOnlyWhenShut",
                "takes older lists              | EpochNeverFalls",
                "overwrites the slot in force   | OneSlotIsValid",
                "switches before it is durable  | EpochNeverFalls",
            })
    void aMistakeBreaksAPromise(String mistake, String broken) throws Exception {
        String wrong = ModelChecker.configuration("Revocation").replace("\"none\"", '"' + mistake + '"');

        assertEquals(Optional.of(broken), check(ModelChecker.holdingOnly(broken, wrong)));
    }

    @Test
    void receiptsCanBringACreditBack() throws Exception {
        String never = "NoReceiptEverCloses";

        assertEquals(
                Optional.of(never), check(ModelChecker.holdingOnly(never, ModelChecker.configuration("Revocation"))));
    }

    private Optional<String> check(String configuration) throws Exception {
        return new ModelChecker(scratch, "Revocation").check(configuration);
    }
}
