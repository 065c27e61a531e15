package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.transport.session.TransportEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Cases at a door that is opened for each of them, and in none of which the reader may have failed by itself. */
abstract class DoorCases {
    Door door;

    @BeforeEach
    void open() {
        door = Door.open();
    }

    @AfterEach
    void close() {
        door.close();
        assertEquals(0, door.counters.of(TransportEvent.OWN_FAILURE));
    }
}
