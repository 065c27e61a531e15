package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One decision of a reader, as it travels to the manager and waits for that ({@code spec/link.md}, "Events"). The reader that
 * tells it is known, and the access number is in the credential.
 *
 * @param at when the reader decided, by its clock, cut to milliseconds, not before 1970
 * @param serial the credential's serial, 1 to 2^32 - 1
 * @param denial why access was denied, or empty where the door opened
 * @param path how the phone was authenticated
 * @param transport the channel
 * @param intent what the phone claimed about the gesture
 * @param answerTime from the opener to the phone's message, in milliseconds, at most 65.535 s
 */
public record DoorEvent(
        Instant at,
        long serial,
        Optional<DenialReason> denial,
        TapPath path,
        Transport transport,
        Intent intent,
        Duration answerTime) {
    /** The size of an encoded event in octets. */
    public static final int SIZE_BYTES = 19;

    /** On the wire an entry counts from 1. */
    private static final List<TapPath> PATHS = List.of(TapPath.COLD, TapPath.FAST);

    private static final List<Transport> TRANSPORTS = List.of(Transport.TCP, Transport.BLE_GATT, Transport.BLE_L2CAP);

    private static final int MAX_MILLIS = 0xffff;
    private static final long MAX_SERIAL = 0xffff_ffffL;

    /** Cuts times, and refuses a serial out of bounds with {@link IllegalArgumentException}. */
    public DoorEvent {
        if (serial < 1 || serial > MAX_SERIAL) {
            throw new IllegalArgumentException("a serial is 1 to " + MAX_SERIAL);
        }
        at = Instant.ofEpochMilli(Math.max(0, at.toEpochMilli()));
        answerTime = Duration.ofMillis(Math.max(0, Math.min(MAX_MILLIS, answerTime.toMillis())));
    }

    /** Returns what a reader decided, in this form. */
    public static DoorEvent of(AccessEvent event) {
        return new DoorEvent(
                event.at(),
                event.serial(),
                event.denial(),
                event.path(),
                event.transport(),
                event.intent(),
                event.answerTime());
    }

    /** Returns the {@value #SIZE_BYTES} octets of this event. */
    public Bytes encode() {
        ByteBuffer octets = ByteBuffer.allocate(SIZE_BYTES);
        octets.putLong(at.toEpochMilli()).putInt((int) serial);
        octets.put((byte) (int) denial.map(DenialReason::code).orElse(0));
        octets.put((byte) (1 + PATHS.indexOf(path))).put((byte) (1 + TRANSPORTS.indexOf(transport)));
        octets.put(intent.encode().toByteArray());
        octets.putShort((short) answerTime.toMillis());
        return Bytes.copyOf(octets.array());
    }

    /** Reads what {@link #encode} wrote, or returns empty for anything else. */
    public static Optional<DoorEvent> decode(Bytes encoded) {
        if (encoded.size() != SIZE_BYTES) {
            return Optional.empty();
        }
        try {
            ByteBuffer octets = ByteBuffer.wrap(encoded.toByteArray());
            Instant at = Instant.ofEpochMilli(notNegative(octets.getLong()));
            long serial = Integer.toUnsignedLong(octets.getInt());
            Optional<DenialReason> denial = denial(octets.get());
            TapPath path = PATHS.get(octets.get() - 1);
            Transport transport = TRANSPORTS.get(octets.get() - 1);
            Intent intent = Intent.decode(Bytes.of(octets.get() & 0xff, octets.get() & 0xff))
                    .orElseThrow(IllegalArgumentException::new);
            Duration answerTime = Duration.ofMillis(Short.toUnsignedInt(octets.getShort()));
            return Optional.of(new DoorEvent(at, serial, denial, path, transport, intent, answerTime));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException outOfBounds) {
            return Optional.empty();
        }
    }

    private static long notNegative(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("before 1970");
        }
        return millis;
    }

    private static Optional<DenialReason> denial(int code) {
        return code == 0
                ? Optional.empty()
                : Optional.of(DenialReason.ofCode(code).orElseThrow(IllegalArgumentException::new));
    }

    /** Leaves out the serial, which tells one holder from another. */
    @Override
    public String toString() {
        return "DoorEvent[" + at + ", "
                + denial.map(reason -> "denied " + reason).orElse("granted") + ", holder redacted]";
    }
}
