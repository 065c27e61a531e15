package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.transport.bluez.L2capSocket.Endpoint;
import io.lintel.transport.session.TransportEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What bluetoothd tells of a subscription that ends. */
class SubscriptionBed extends DoorCases {
    private static final int MTU = 185;

    @Test
    void aPhoneThatUnsubscribesAndStaysHasNoChannelAnyMore() throws IOException {
        long accepted = door.counters.of(TransportEvent.CONNECTION_ACCEPTED);
        long sent = door.counters.of(TransportEvent.MESSAGE_SENT);
        long waitedFor = door.counters.of(TransportEvent.FIRST_MESSAGE_TIMEOUT);
        Door.until(() -> door.counters.of(TransportEvent.CONNECTION_CLOSED) == accepted);
        AttLink link;
        try (L2capSocket phone = L2capSocket.bound(Endpoint.att(door.phoneAddress))) {
            link = subscribed(phone);
            // Before that, bluetoothd may not have counted the subscription, and would not tell of its end.
            Door.until(() -> door.counters.of(TransportEvent.MESSAGE_SENT) > sent);

            link.leave();

            Door.until(() -> door.counters.of(TransportEvent.CONNECTION_CLOSED) > accepted);
            assertEquals(waitedFor, door.counters.of(TransportEvent.FIRST_MESSAGE_TIMEOUT), "it was waited for");
        }
        door.hangUp(link);
    }

    private AttLink subscribed(L2capSocket phone) throws IOException {
        phone.connect(Endpoint.att(door.address), 10);
        return new AttClient(phone, MTU, AttClient.SUBSCRIBES_WITHIN).subscribe();
    }
}
