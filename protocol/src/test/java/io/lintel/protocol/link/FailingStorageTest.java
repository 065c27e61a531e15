package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.link.LinkScene.Connection;
import io.lintel.testing.Spec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader whose storage is full for a while stays linked: its events go home, and what came is taken later. */
class FailingStorageTest {
    private static final int BEATS_UNTIL_ANOTHER_TRY = 16;

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("LINK-3-20")
    void listAndConfigurationThatCannotBeKeptAreTakenLaterOverTheSameConnection(Suite suite) {
        LinkScene scene = new LinkScene(suite, 1);
        Connection connection = scene.connect().carryAll();
        scene.memory.isFull = true;
        scene.manager.publish(scene.site.list(3, 8));
        scene.manager.artefact = Optional.of(scene.site.artefact(scene.site.content(scene.door, List.of()), 6));
        DoorEvent event = scene.event();

        connection.ofManager(connection.atManager.woken());
        connection.ofReader(connection.atReader.woken());
        connection.carryAll();
        int failures = scene.memory.failures;
        assertTrue(failures >= 2);
        connection.ofManager(connection.atManager.woken());
        connection.carryAll();

        assertEquals(failures, scene.memory.failures, "the same is not taken again at once");
        assertEquals(List.of(event), scene.manager.events);
        assertEquals(Optional.empty(), connection.readersEnd);
        scene.memory.isFull = false;
        beat(scene, connection, BEATS_UNTIL_ANOTHER_TRY);
        assertEquals(3, scene.reader.listInForce().orElseThrow().value().listEpoch());
        assertEquals(6, scene.revision());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void receiptThatCannotBeNumberedComesWhenItCan(Suite suite) {
        LinkScene scene = new LinkScene(suite, 2);
        scene.memory.isFull = true;
        DoorEvent event = scene.event();

        Connection connection = scene.connect().carryAll();

        assertEquals(List.of(event), scene.manager.events);
        assertEquals(List.of(), scene.manager.receipts);
        scene.memory.isFull = false;
        beat(scene, connection, 1);
        assertEquals(1, scene.manager.receipts.size());
        assertEquals(Optional.empty(), connection.readersEnd);
    }

    private static void beat(LinkScene scene, Connection connection, int times) {
        for (int i = 0; i < times; i++) {
            scene.now = scene.now.plus(LinkWire.BEAT);
            connection.ofReader(connection.atReader.expire(scene.now));
            connection.carryAll();
        }
    }
}
