package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Suite;
import io.lintel.protocol.link.LinkScene.Connection;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BrokenLinkTest {

    /** Wherever connections break, all comes over in the end: each event once and in order, the newest list, its receipt. */
    @Property(tries = 60)
    void brokenConnectionsLoseNothingAndDoubleNothing(@ForAll Suite suite, @ForAll long seed) {
        Random random = new Random(seed);
        LinkScene scene = new LinkScene(suite, seed);
        List<DoorEvent> all = new ArrayList<>();
        long epoch = 0;
        for (int connections = 0; connections < 12; connections++) {
            for (int i = random.nextInt(80); i > 0; i--) {
                all.add(scene.event());
            }
            if (random.nextInt(3) == 0) {
                long[] serials = LongStream.range(0, 1 + random.nextInt(60_000))
                        .map(i -> 1 + i * 51)
                        .toArray();
                epoch++;
                scene.manager.publish(scene.site.list(epoch, 1, SerialSet.of(serials)));
            }
            scene.manager.knowsDeltas = random.nextBoolean();
            Connection connection = scene.connect();
            connection.carry(random.nextInt(30));
            all.add(scene.event());
            connection.ofReader(connection.atReader.woken());
            connection.ofManager(connection.atManager.woken());
            connection.carry(random.nextInt(40));
            connection.breakOff();
        }
        scene.manager.artefact = Optional.of(scene.site.artefact(scene.site.content(scene.door, List.of()), 9));

        Connection last = scene.connect().carryAll();

        assertEquals(Optional.empty(), last.readersEnd);
        assertEquals(Optional.empty(), last.managersEnd);
        assertEquals(all, scene.manager.events);
        assertEquals(0, scene.manager.lost);
        assertEquals(
                epoch,
                scene.reader.listInForce().map(list -> list.value().listEpoch()).orElse(0L));
        assertEquals(9, scene.revision());
    }

    /** A list that breaks off at every message comes over all the same, because what has come is not asked for again. */
    @Property(tries = 10)
    @Spec("LINK-3-13")
    void transferGoesOnWhereItBroke(@ForAll Suite suite) {
        LinkScene scene = new LinkScene(suite, 1);
        scene.manager.publish(scene.site.list(
                1,
                1,
                SerialSet.of(LongStream.range(0, 150_000).map(i -> 1 + i * 3001).toArray())));
        int connections = 0;
        while (scene.reader.listInForce().isEmpty() && connections < 300) {
            Connection connection = scene.connect();
            connection.carry(12);
            connection.breakOff();
            connections++;
        }

        assertEquals(1, scene.reader.listInForce().orElseThrow().value().listEpoch(), connections + " connections");
    }
}
