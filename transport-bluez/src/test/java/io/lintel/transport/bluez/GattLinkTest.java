package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What a link to a subscribed phone tells whoever opened it, in every order in which that may come. */
final class GattLinkTest {
    private static final Bytes PACKET = Bytes.of(0xC0, 2);
    private static final int MOST_WAITING = 8;

    private final Queue<Runnable> lane = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final GattLink link = new GattLink("/phone", 185, lane::add, new Noting());

    private final class Noting implements BleLink.Listener, GattLink.Ends {
        @Override
        public void received(Bytes packet) {
            told.add("received");
        }

        @Override
        public void writable() {
            told.add("writable");
        }

        @Override
        public void closed(CloseReason reason) {
            told.add("closed " + reason);
        }

        @Override
        public void notify(Bytes packet) {
            told.add("sent");
        }

        @Override
        public void left(GattLink gone, CloseReason reason) {
            told.add("left " + reason);
        }
    }

    @Test
    void whoOpensALinkWhosePhoneHasLeftHearsThatItIsClosed() {
        link.open(new Noting());
        link.received(PACKET, 185);
        link.end(CloseReason.PEER_LEFT);

        run();

        assertEquals(List.of("closed PEER_LEFT"), told);
        assertFalse(link.offer(PACKET));
    }

    @Test
    void whatCameBeforeALinkIsOpenIsReceivedThen() {
        link.received(PACKET, 185);

        open();

        assertEquals(List.of("received"), told);
    }

    @Test
    void whoseOfferWasRefusedHearsOfRoomBehindAllThatWaits() {
        open();
        for (int i = 0; i < MOST_WAITING; i++) {
            assertTrue(link.offer(PACKET));
        }
        assertFalse(link.offer(PACKET));

        run();

        List<String> wanted = new ArrayList<>(Collections.nCopies(MOST_WAITING, "sent"));
        wanted.add("writable");
        assertEquals(wanted, told);
        assertTrue(link.offer(PACKET));
    }

    @Test
    void aClosedLinkTellsOfNothingMore() {
        open();
        for (int i = 0; i <= MOST_WAITING; i++) {
            link.offer(PACKET);
        }
        link.end(CloseReason.PEER_LEFT);
        link.received(PACKET, 185);
        link.close(CloseReason.DONE);

        run();

        assertEquals(List.of("closed PEER_LEFT"), told);
    }

    private void open() {
        link.open(new Noting());
        run();
    }

    private void run() {
        while (!lane.isEmpty()) {
            lane.remove().run();
        }
    }
}
