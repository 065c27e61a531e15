package io.lintel.benchmarks.air;

import io.lintel.benchmarks.air.Message.Side;
import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.FrameEvent;
import io.lintel.transport.ble.Framing;
import io.lintel.transport.ble.LinkEnd;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.SimulatedConnection;
import io.lintel.transport.ble.simulator.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One conversation over one simulated connection: messages of its lengths, through the product's framing, the same for each seed.
 * It begins when the channel is open, so connecting and subscribing come before.
 */
final class Exchange {
    /** A phone gives up long before. */
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final SimulatedTime time = new SimulatedTime(Instant.EPOCH);
    private final List<Message> messages;
    private final Computing computing;
    private final End phone;
    private final End reader;
    private int passed;
    private boolean lost;

    private Exchange(Conversation conversation, RadioConditions conditions, Computing computing, long seed) {
        this.messages = conversation.messages();
        this.computing = computing;
        SimulatedConnection connection = new SimulatedConnection(time, conditions, seed);
        this.phone = new End(connection.phone());
        this.reader = new End(connection.reader());
    }

    /** Returns how long it takes until the last message is there; empty if the connection is lost before. */
    static Optional<Duration> took(
            Conversation conversation, RadioConditions conditions, Computing computing, long seed) {
        return new Exchange(conversation, conditions, computing, seed).run();
    }

    private Optional<Duration> run() {
        prepare();
        boolean over = time.runUntil(() -> lost || passed == messages.size(), BOUND);
        return over && !lost ? Optional.of(Duration.between(Instant.EPOCH, time.now())) : Optional.empty();
    }

    private void prepare() {
        if (passed == messages.size()) {
            return;
        }
        Message next = messages.get(passed);
        End sender = next.from() == Side.PHONE ? phone : reader;
        time.after(computing.before(passed), () -> sender.send(next.octets()));
    }

    /** One side. */
    private final class End implements BleLink.Listener {
        private final Framing framing = Packets.framing();
        private final LinkEnd link;

        End(BleLink link) {
            this.link = new LinkEnd(link, framing);
            link.open(this);
        }

        void send(int octets) {
            link.send(Packets.blank(octets));
            link.pump();
        }

        @Override
        public void received(Bytes packet) {
            for (FrameEvent event : framing.accept(packet, time.now())) {
                if (event instanceof FrameEvent.Message) {
                    passed++;
                    prepare();
                } else {
                    lost = true;
                }
            }
        }

        @Override
        public void writable() {
            link.pump();
        }

        @Override
        public void closed(CloseReason reason) {
            lost = true;
        }
    }
}
