package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import java.util.UUID;

/** The PDUs of the attribute protocol that a phone needs (Bluetooth Core 5.4, volume 3, part F, 3.4). */
final class Att {
    static final int ERROR = 0x01;
    static final int MTU_REQUEST = 0x02;
    static final int MTU_RESPONSE = 0x03;
    static final int FIND_INFORMATION = 0x04;
    static final int FIND_BY_TYPE_VALUE = 0x06;
    static final int READ_BY_TYPE = 0x08;
    static final int WRITE = 0x12;
    static final int NOTIFICATION = 0x1B;
    static final int CONFIRMATION = 0x1E;
    static final int INDICATION = 0x1D;
    static final int WRITE_COMMAND = 0x52;

    static final int MIN_MTU = 23;
    /** Command, handle. */
    static final int WRITE_HEADER_OCTETS = 3;

    static final int PRIMARY_SERVICE = 0x2800;
    static final int CHARACTERISTIC = 0x2803;
    static final int CLIENT_CONFIGURATION = 0x2902;
    static final int LAST_HANDLE = 0xFFFF;

    private static final int REQUEST_NOT_SUPPORTED = 0x06;
    private static final int COMMAND_FLAG = 0x40;
    private static final int UUID_OCTETS = 16;

    private Att() {}

    static Bytes mtu(int opcode, int octets) {
        return Bytes.concat(Bytes.of(opcode), u16(octets));
    }

    static Bytes findService(UUID service, int from) {
        return Bytes.concat(
                Bytes.of(FIND_BY_TYPE_VALUE), u16(from), u16(LAST_HANDLE), u16(PRIMARY_SERVICE), encoded(service));
    }

    static Bytes readCharacteristics(int from, int to) {
        return Bytes.concat(Bytes.of(READ_BY_TYPE), u16(from), u16(to), u16(CHARACTERISTIC));
    }

    static Bytes findInformation(int from, int to) {
        return Bytes.concat(Bytes.of(FIND_INFORMATION), u16(from), u16(to));
    }

    static Bytes write(int opcode, int handle, Bytes value) {
        return Bytes.concat(Bytes.of(opcode), u16(handle), value);
    }

    /** Whether a PDU asks for an answer; answers, notifications and commands do not. */
    static boolean isRequest(Bytes pdu) {
        int opcode = pdu.unsigned(0);
        return (opcode & COMMAND_FLAG) == 0 && (opcode & 1) == 0 && opcode != CONFIRMATION;
    }

    /** What a client that serves nothing answers to a request. */
    static Bytes notSupported(Bytes request) {
        int handle = request.size() >= 3 ? u16(request, 1) : 0;
        return Bytes.concat(Bytes.of(ERROR, request.unsigned(0)), u16(handle), Bytes.of(REQUEST_NOT_SUPPORTED));
    }

    static Bytes u16(int value) {
        return Bytes.of(value & 0xFF, (value >> 8) & 0xFF);
    }

    static int u16(Bytes pdu, int at) {
        return pdu.unsigned(at) | pdu.unsigned(at + 1) << 8;
    }

    /** The sixteen octets of a UUID, the least significant first. */
    static Bytes encoded(UUID uuid) {
        byte[] octets = new byte[UUID_OCTETS];
        for (int i = 0; i < Long.BYTES; i++) {
            octets[i] = (byte) (uuid.getLeastSignificantBits() >>> (i * Byte.SIZE));
            octets[Long.BYTES + i] = (byte) (uuid.getMostSignificantBits() >>> (i * Byte.SIZE));
        }
        return Bytes.copyOf(octets);
    }
}
