package io.lintel.transport.ble.simulator;

/**
 * What goes wrong on a simulated connection, each as the probability from 0 to 1 that it does.
 *
 * @param loss a packet is lost on the air; the link layer sends it again in the next event
 * @param disconnect the connection is lost, for each event
 * @param drop a stack forgets a packet, which the link layer had promised to deliver
 * @param repeat a stack delivers a packet twice
 * @param swap a stack delivers a packet behind the next one
 */
public record RadioFaults(double loss, double disconnect, double drop, double repeat, double swap) {
    /** Nothing goes wrong. */
    public static final RadioFaults NONE = new RadioFaults(0, 0, 0, 0, 0);

    /** Refuses what is no probability with {@link IllegalArgumentException}. */
    public RadioFaults {
        for (double probability : new double[] {loss, disconnect, drop, repeat, swap}) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability is 0 to 1, not " + probability);
            }
        }
    }

    /** A busy band: packets are lost on the air, and the stacks keep their word. */
    public static RadioFaults air(double loss) {
        return new RadioFaults(loss, 0, 0, 0, 0);
    }
}
