package io.lintel.conformance.phone;

import io.lintel.crypto.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Packets over GATT ({@code spec/ble.md} 4.1), and ways to spoil them. Each returns other packets and leaves those that it was given. */
final class GattPackets {
    static final int FIRST = 0x80;
    static final int LAST = 0x40;
    static final int END = 0x20;

    /** How many numbers there are. */
    static final int NUMBERS = 32;

    private GattPackets() {}

    /** Cuts a message of so many octets or more into so many packets, numbered from 0 on. */
    static List<Bytes> inPieces(Bytes message, int count) {
        List<Bytes> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Bytes body = message.slice(i * message.size() / count, (i + 1) * message.size() / count);
            packets.add(Bytes.concat(Bytes.of(0), body));
        }
        return marked(marked(numbered(packets), 0, FIRST), count - 1, LAST);
    }

    /** Sets marks of one packet that it has not, and takes those that it has. */
    static List<Bytes> marked(List<Bytes> packets, int index, int marks) {
        List<Bytes> changed = new ArrayList<>(packets);
        Bytes packet = packets.get(index);
        changed.set(index, withHeader(packet, packet.unsigned(0) ^ marks));
        return changed;
    }

    /** Numbers packets from 0 on. */
    static List<Bytes> numbered(List<Bytes> packets) {
        List<Bytes> changed = new ArrayList<>(packets);
        for (int i = 0; i < packets.size(); i++) {
            changed.set(i, withNumber(packets.get(i), i));
        }
        return changed;
    }

    /** Numbers the packets from one on by a step higher than they are, or lower. */
    static List<Bytes> counted(List<Bytes> packets, int from, int step) {
        List<Bytes> changed = new ArrayList<>(packets);
        for (int i = from; i < packets.size(); i++) {
            Bytes packet = packets.get(i);
            changed.set(i, withNumber(packet, packet.unsigned(0) + step));
        }
        return changed;
    }

    /** Puts a packet before another. */
    static List<Bytes> inserted(List<Bytes> packets, int index, Bytes packet) {
        List<Bytes> changed = new ArrayList<>(packets);
        changed.add(index, packet);
        return changed;
    }

    /** Lets the third packet overtake the second. */
    static List<Bytes> swapped(List<Bytes> packets) {
        List<Bytes> changed = new ArrayList<>(packets);
        Collections.swap(changed, 1, 2);
        return changed;
    }

    private static Bytes withNumber(Bytes packet, int number) {
        return withHeader(packet, (packet.unsigned(0) & -NUMBERS) | (number & (NUMBERS - 1)));
    }

    private static Bytes withHeader(Bytes packet, int header) {
        return Bytes.concat(Bytes.of(header), packet.slice(1, packet.size()));
    }
}
