package io.lintel.benchmarks.air;

import java.time.Duration;

/**
 * The mean time of a conversation without the simulator: each message takes its packets' connection events, and a lost packet
 * ends its event for its side ({@code docs/performance.md} derives it).
 */
final class AirFormula {
    private AirFormula() {}

    /**
     * Returns the mean in milliseconds.
     *
     * @param perEvent packets that a side sends in one connection event
     * @param loss the probability that a packet is lost on the air
     */
    static double meanMillis(
            Conversation conversation, int mtu, Duration interval, int perEvent, double loss, Computing computing) {
        double events = 0;
        for (int message = 0; message < conversation.messages().size(); message++) {
            int packets = Packets.count(conversation.messages().get(message).octets(), mtu);
            events += events(packets, perEvent, loss) + idleEvents(computing.before(message), interval);
        }
        return events * interval.toNanos() / 1e6;
    }

    /** The mean number of events that so many packets take, by what one event gets through. */
    private static double events(int packets, int perEvent, double loss) {
        double[] mean = new double[packets + 1];
        for (int left = 1; left <= packets; left++) {
            int most = Math.min(left, perEvent);
            double later = 1;
            double reached = 1 - loss;
            for (int through = 1; through < most; through++) {
                later += reached * loss * mean[left - through];
                reached *= 1 - loss;
            }
            later += reached * mean[left - most];
            mean[left] = later / (1 - loss);
        }
        return mean[packets];
    }

    /** Events that pass while a sender computes; the one in which it sends is counted with its packets. */
    private static long idleEvents(Duration computing, Duration interval) {
        return computing.toNanos() / interval.toNanos();
    }
}
