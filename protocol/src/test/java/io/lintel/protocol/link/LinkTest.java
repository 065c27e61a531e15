package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.link.LinkScene.Connection;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkTest {

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-1-8", "LINK-3-1", "LINK-3-2", "LINK-4-1", "LINK-4-2"})
    void linkStandsAfterOneRoundTripAndTheReaderSaysHowItIs(Suite suite) {
        LinkScene scene = new LinkScene(suite, 1);
        scene.manager.publish(scene.site.list(4));
        scene.reader.install(scene.site.list(4).bytes(), scene.now);

        Connection connection = scene.connect().carryAll();

        assertTrue(connection.atReader.isLinked());
        assertEquals(Optional.of(new ManagerLink.Peer(scene.site.project(), 1)), connection.atManager.peer());
        assertEquals(4, scene.manager.reports.get(0).listEpoch());
        assertEquals(1, scene.manager.reports.get(0).revision());
        assertEquals("test 1", scene.manager.reports.get(0).software());
        assertEquals(Counter.values().length, scene.manager.counts.size());
        assertEquals(
                suite == Suite.X25519 ? 62 : 63, connection.fromReader.get(0).size());
        assertEquals(
                suite == Suite.X25519 ? 49 : 50, connection.fromManager.get(0).size());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-3-4", "LINK-3-6", "LINK-3-15", "LINK-4-4", "LINK-4-5", "LINK-4-9"})
    void newListIsPushedAndItsReceiptComesHome(Suite suite) {
        LinkScene scene = new LinkScene(suite, 2);
        Connection connection = scene.connect().carryAll();
        scene.manager.publish(scene.site.list(5, 7, 9));

        connection.ofManager(connection.atManager.woken());
        connection.carryAll();

        assertEquals(5, scene.reader.listInForce().orElseThrow().value().listEpoch());
        Receipt receipt = scene.site
                .trust()
                .verifyReceipt(
                        scene.door.certificate().value(), scene.manager.receipts.get(scene.manager.receipts.size() - 1))
                .value();
        assertEquals(5, receipt.listEpoch());
        assertEquals(Optional.empty(), connection.managersEnd);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("LINK-4-16")
    void readerThatHasAListGetsTheDifference(Suite suite) {
        LinkScene scene = new LinkScene(suite, 3);
        scene.manager.publish(large(scene, 1, 50_000));
        Connection connection = scene.connect().carryAll();
        int before = size(connection.fromManager);
        scene.manager.publish(large(scene, 2, 50_003));

        connection.ofManager(connection.atManager.woken());
        connection.carryAll();

        assertEquals(2, scene.reader.listInForce().orElseThrow().value().listEpoch());
        assertTrue(before > 30_000, "the whole list takes " + before);
        assertTrue(size(connection.fromManager) - before < 600);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-3-16", "LINK-4-7"})
    void differenceThatDoesNotLeadToTheListIsFollowedByTheWholeList(Suite suite) {
        LinkScene scene = new LinkScene(suite, 4);
        scene.manager.publish(scene.site.list(1, 3));
        Connection connection = scene.connect().carryAll();
        scene.manager.spoilsDeltas = true;
        scene.manager.publish(scene.site.list(2, 3, 4));

        connection.ofManager(connection.atManager.woken());
        connection.carryAll();

        assertEquals(2, scene.reader.listInForce().orElseThrow().value().listEpoch());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-3-5", "LINK-4-6", "LINK-4-17"})
    void beatWhileTheWholeListComesInPlaceOfADifferenceDoesNotHoldItUp(Suite suite) {
        LinkScene scene = new LinkScene(suite, 14);
        scene.manager.publish(large(scene, 1, 100_000));
        Connection connection = scene.connect().carryAll();
        scene.manager.spoilsDeltas = true;
        scene.manager.publish(large(scene, 2, 100_003));
        connection.ofManager(connection.atManager.woken());
        int before = size(connection.fromManager);
        while (size(connection.fromManager) - before < 10_000) {
            assertEquals(1, connection.carry(1), "there is more to carry");
        }
        scene.now = scene.now.plus(LinkWire.BEAT);

        connection.ofReader(connection.atReader.expire(scene.now));
        connection.carryAll();

        assertEquals(2, scene.reader.listInForce().orElseThrow().value().listEpoch());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-3-18", "LINK-3-19"})
    void listThatTheSiteDidNotSignChangesNothingAndTheLinkGoesOn(Suite suite) {
        LinkScene scene = new LinkScene(suite, 5);
        LinkScene other = new LinkScene(suite, 6);
        scene.manager.publish(scene.site.list(1));
        Connection connection = scene.connect().carryAll();
        scene.manager.publish(other.site.list(2));
        scene.manager.knowsDeltas = false;

        connection.ofManager(connection.atManager.woken());
        connection.carryAll();
        connection.ofManager(connection.atManager.woken());
        connection.carryAll();

        assertEquals(1, scene.reader.listInForce().orElseThrow().value().listEpoch());
        assertTrue(connection.atReader.isLinked());
        scene.manager.publish(scene.site.list(3));
        connection.ofManager(connection.atManager.woken());
        connection.carryAll();
        assertEquals(3, scene.reader.listInForce().orElseThrow().value().listEpoch());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("LINK-3-17")
    void configurationReachesTheReaderOnce(Suite suite) {
        LinkScene scene = new LinkScene(suite, 7);
        Connection connection = scene.connect().carryAll();
        scene.manager.artefact = Optional.of(scene.site.artefact(scene.site.content(scene.door, List.of()), 6));

        connection.ofManager(connection.atManager.woken());
        connection.ofManager(connection.atManager.woken());
        connection.carryAll();

        assertEquals(1, scene.taken.size());
        assertEquals(6, scene.taken.get(0).revision());
        assertEquals(1, scene.manager.signedConfigurations);
        assertEquals(
                6, scene.manager.reports.get(scene.manager.reports.size() - 1).keptRevision());
        assertEquals(
                1, scene.manager.reports.get(scene.manager.reports.size() - 1).revision());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-2.1-2", "LINK-3-7", "LINK-3-8", "LINK-4-8"})
    void eventsComeInOrderAndAreForgottenWhenTheManagerHasThem(Suite suite) {
        LinkScene scene = new LinkScene(suite, 8);
        List<DoorEvent> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            all.add(scene.event());
        }
        Connection connection = scene.connect().carryAll();
        assertEquals(all, scene.manager.events);
        assertEquals(List.of(), scene.spool.oldest().events());

        all.add(scene.event());
        connection.ofReader(connection.atReader.woken());
        connection.ofReader(connection.atReader.woken());
        connection.carryAll();

        assertEquals(all, scene.manager.events);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-2.1-4", "LINK-4-15"})
    void whatAFullSpoolDroppedIsCountedAsLost(Suite suite) {
        LinkScene scene = new LinkScene(suite, 9, 10);
        for (int i = 0; i < 14; i++) {
            scene.event();
        }

        scene.connect().carryAll();

        assertEquals(10, scene.manager.events.size());
        assertEquals(4, scene.manager.lost);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-2.1-3", "LINK-3-22", "LINK-3-23"})
    void spoolThatWasSetBackTellsItsEventsUnderAnotherSeries(Suite suite) {
        assertToldAfterSetBack(new LinkScene(suite, 10), 1, 40);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void spoolThatWasSetBackAndHasCountedPastTheManagerTellsItsEventsUnderAnotherSeries(Suite suite) {
        assertToldAfterSetBack(new LinkScene(suite, 10), 100, 70);
    }

    private static void assertToldAfterSetBack(LinkScene scene, int events, long highest) {
        List<DoorEvent> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(scene.event());
        }
        Bytes before = scene.spool.oldest().series();
        scene.manager.highest.put(before, highest);

        Connection connection = scene.connect().carryAll();

        assertEquals(all, scene.manager.events);
        assertEquals(0, scene.manager.lost);
        assertEquals(highest, scene.manager.highest.get(before));
        assertTrue(connection.atReader.isLinked());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-4-11", "LINK-4-13", "LINK-4-14"})
    void removedReaderIsRefusedAtOnceAndAnOpenLinkEnds(Suite suite) {
        LinkScene scene = new LinkScene(suite, 11);
        Connection open = scene.connect().carryAll();
        scene.manager.admits = false;

        open.ofManager(open.atManager.woken());
        assertEquals(Optional.of(LinkEnd.NOT_ADMITTED), open.managersEnd);

        Connection again = scene.connect().carryAll();
        assertEquals(Optional.of(LinkEnd.NOT_ADMITTED), again.managersEnd);
        assertEquals(List.of(), again.fromManager);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("LINK-3-9")
    void readerBeatsAndTheManagerAnswersSoThatBothKnowOfTheOther(Suite suite) {
        LinkScene scene = new LinkScene(suite, 12);
        Connection connection = scene.connect().carryAll();
        for (int i = 0; i < 10; i++) {
            scene.now = scene.now.plusSeconds(60);
            connection.ofReader(connection.atReader.expire(scene.now));
            connection.carryAll();
            connection.ofManager(connection.atManager.expire(scene.now));
        }

        assertEquals(Optional.empty(), connection.readersEnd);
        assertEquals(Optional.empty(), connection.managersEnd);
        assertEquals(11, scene.manager.reports.size());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"LINK-3-3", "LINK-3-10", "LINK-4-3", "LINK-4-10"})
    void whoHearsNothingGivesUp(Suite suite) {
        LinkScene scene = new LinkScene(suite, 13);
        Connection connection = scene.connect().carryAll();
        assertEquals(
                Optional.empty(),
                connection.atReader.expire(scene.now.plusSeconds(149)).end());
        assertEquals(
                Optional.empty(),
                connection.atManager.expire(scene.now.plusSeconds(149)).end());
        scene.now = scene.now.plusSeconds(150);

        connection.ofReader(connection.atReader.expire(scene.now));
        connection.ofManager(connection.atManager.expire(scene.now));

        assertEquals(Optional.of(LinkEnd.TIMED_OUT), connection.readersEnd);
        assertEquals(Optional.of(LinkEnd.TIMED_OUT), connection.managersEnd);
        Connection slow = scene.connect();
        scene.now = scene.now.plusSeconds(10);
        slow.ofReader(slow.atReader.expire(scene.now));
        slow.ofManager(slow.atManager.expire(scene.now));
        assertEquals(Optional.of(LinkEnd.TIMED_OUT), slow.readersEnd);
        assertEquals(Optional.of(LinkEnd.TIMED_OUT), slow.managersEnd);
        assertFalse(slow.atReader.isLinked());
    }

    private static Signed<RevocationList> large(LinkScene scene, long epoch, int serials) {
        return scene.site.list(
                epoch,
                1,
                SerialSet.of(LongStream.range(0, serials).map(i -> 3 + i * 37).toArray()));
    }

    private static int size(List<Bytes> messages) {
        return messages.stream().mapToInt(Bytes::size).sum();
    }
}
