package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.link.LinkScene.Connection;
import io.lintel.testing.Spec;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileLinkTest {

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("LINK-1-2")
    void managerWithAnotherKeyIsNotBelieved(Suite suite) {
        LinkScene scene = new LinkScene(suite, 1);
        LinkedReader misled =
                scene.linked(scene.site.suite().generateDhKeyPair().publicKey());

        Connection connection = scene.new Connection(misled).carryAll();

        assertEquals(Optional.of(LinkEnd.NOT_AUTHENTIC), connection.managersEnd);
        assertEquals(List.of(), connection.fromManager);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void readerWithAnotherKeyIsNotAnswered(Suite suite) {
        LinkScene scene = new LinkScene(suite, 2);
        LinkScene impostor = new LinkScene(suite, 2 + 100);
        Hello name = new Hello(suite, scene.site.project(), 1);
        Bytes hello =
                impostor.linked(scene.manager.keys.publicKey()).open(scene.now).hello();
        Bytes renamed = Bytes.concat(name.encode(), hello.slice(Hello.SIZE, hello.size()));

        LinkStep step = new ManagerLink(scene.manager, scene.now).receive(renamed, scene.now);

        assertEquals(Optional.of(LinkEnd.NOT_AUTHENTIC), step.end());
        assertEquals(List.of(), step.messages());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-1-6", "LINK-1-7"})
    void recordedFirstMessageBringsAboutNothing(Suite suite) {
        LinkScene scene = new LinkScene(suite, 3);
        scene.event();
        Connection recorded = scene.connect().carryAll();
        int reports = scene.manager.reports.size();
        int events = scene.manager.events.size();
        ManagerLink replayed = new ManagerLink(scene.manager, scene.now);

        LinkStep answer = replayed.receive(recorded.fromReader.get(0), scene.now);

        assertEquals(Optional.empty(), answer.end());
        assertEquals(Optional.empty(), replayed.peer());
        assertNotEquals(recorded.fromManager.get(0), answer.messages().get(0));
        LinkStep next = replayed.receive(recorded.fromReader.get(1), scene.now);
        assertEquals(Optional.of(LinkEnd.NOT_AUTHENTIC), next.end());
        assertEquals(reports, scene.manager.reports.size());
        assertEquals(events, scene.manager.events.size());
        assertNotEquals(
                recorded.fromReader.get(0),
                scene.connect().carryAll().fromReader.get(0),
                "the reader's key is fresh, too");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void repeatedAndSwappedMessagesEndTheLink(Suite suite) {
        LinkScene scene = new LinkScene(suite, 4);
        Connection connection = scene.connect().carryAll();

        LinkStep repeated = connection.atManager.receive(connection.fromReader.get(1), scene.now);

        assertEquals(Optional.of(LinkEnd.NOT_AUTHENTIC), repeated.end());
        LinkStep atReader = connection.atReader.receive(connection.fromManager.get(1), scene.now);
        assertEquals(Optional.of(LinkEnd.NOT_AUTHENTIC), atReader.end());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-3-11", "LINK-4-12"})
    void everyFlippedOrCutMessageEndsTheLinkAndChangesNothing(Suite suite) {
        Random random = new Random(5);
        for (int trial = 0; trial < 60; trial++) {
            LinkScene scene = new LinkScene(suite, 6);
            scene.event();
            scene.manager.publish(scene.site.list(2, 5));
            Connection connection = scene.connect();
            connection.carry(trial % 3);
            int reports = scene.manager.reports.size();
            boolean toManager = trial % 3 != 1;
            Bytes next = toManager ? connection.nextToManager() : connection.nextToReader();
            Bytes damaged = trial % 2 == 0 ? flip(next, random) : next.slice(0, random.nextInt(next.size()));

            LinkStep step = toManager
                    ? connection.atManager.receive(damaged, scene.now)
                    : connection.atReader.receive(damaged, scene.now);

            assertTrue(step.end().isPresent(), "trial " + trial);
            assertEquals(List.of(), step.messages());
            assertEquals(reports, scene.manager.reports.size());
            assertEquals(List.of(), scene.manager.events);
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void garbageIsRefusedInEveryState(Suite suite) {
        Random random = new Random(7);
        LinkScene scene = new LinkScene(suite, 8);
        for (int size : new int[] {0, 1, 13, 14, 62, 63, 1000, LinkWire.MAX_MESSAGE, LinkWire.MAX_MESSAGE + 1}) {
            byte[] octets = new byte[size];
            random.nextBytes(octets);
            Bytes garbage = Bytes.copyOf(octets);
            assertTrue(new ManagerLink(scene.manager, scene.now)
                    .receive(garbage, scene.now)
                    .end()
                    .isPresent());
            assertTrue(scene.linked
                    .open(scene.now)
                    .receive(garbage, scene.now)
                    .end()
                    .isPresent());
            Connection linked = scene.connect().carryAll();
            assertTrue(linked.atManager.receive(garbage, scene.now).end().isPresent());
            assertTrue(linked.atReader.receive(garbage, scene.now).end().isPresent());
        }
    }

    private static Bytes flip(Bytes message, Random random) {
        byte[] octets = message.toByteArray();
        int bit = random.nextInt(octets.length * 8);
        octets[bit / 8] ^= (byte) (1 << bit % 8);
        return Bytes.copyOf(octets);
    }
}
