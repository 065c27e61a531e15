package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.Rotation;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.model.CustomerId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotations where nobody goes to a reader: all comes over the links, and phones tap between any two messages. */
@OnEveryDatabase
class LinkedRotationTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private List<LinkedDoor> doors;
    private List<SitePhone> phones;
    private int taps;

    LinkedRotationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        doors = List.of(
                LinkedDoor.enroll(bench, customer, "Front door", this::everybodyTaps),
                LinkedDoor.enroll(bench, customer, "Back door", this::everybodyTaps));
        phones = List.of(phone(), phone());
        everybodyTaps();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void bothSetsOfKeysAreRotatedWithoutAVisitAndWithoutAWrongRefusal() {
        for (KeySet keys : KeySet.values()) {
            for (RotationStep step : RotationStep.values()) {
                if (keys == KeySet.PROJECT && step == RotationStep.SIGN) {
                    continue;
                }
                assertInstanceOf(Rotation.Taken.class, rotate(keys, step), keys + " " + step);
                everybodyTaps();
                newsSpreads();
            }
            assertEquals(
                    KeyEpochs.settled(2),
                    bench.manager.keys().progress(customer, keys).epochs());
        }
        for (LinkedDoor door : doors) {
            assertEquals(2, door.keyEpoch());
            assertEquals(2, door.minimumKeyEpoch());
            assertEquals(2, door.minimumIssuingEpoch());
        }
        assertTrue(taps > 200, "phones tapped " + taps + " times");
    }

    private Rotation rotate(KeySet keys, RotationStep step) {
        return bench.manager.keys().rotate(TestBench.id(), RotateKeys.of(customer, keys, step));
    }

    /** One door after the other hears of it, and one phone after the other. */
    private void newsSpreads() {
        bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(1)));
        doors.forEach(LinkedDoor::hear);
        for (SitePhone phone : phones) {
            phone.catchUp();
            everybodyTaps();
        }
    }

    private void everybodyTaps() {
        for (LinkedDoor door : doors) {
            for (SitePhone phone : phones) {
                assertTrue(door.opensFor(phone), () -> door + " refuses " + phone.serial);
                taps++;
            }
        }
    }

    private SitePhone phone() {
        SitePhone made = SitePhone.activate(bench, bench.credential(customer));
        made.catchUp();
        return made;
    }
}
