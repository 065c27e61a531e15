package io.lintel.transport.bluez;

import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Orders to the kernel's controllers over its management socket, which only root may open. */
final class Controllers {
    private static final int SOCK_RAW = 3;
    private static final int BTPROTO_HCI = 1;
    private static final int NO_DEVICE = 0xFFFF;
    private static final int CONTROL_CHANNEL = 3;
    private static final int SET_POWERED = 0x0005;
    private static final int DISCONNECT = 0x0014;
    private static final int COMMAND_COMPLETE = 0x0001;
    private static final int COMMAND_STATUS = 0x0002;
    private static final int LE_PUBLIC = 1;

    private Controllers() {}

    /** Ends the connection of a controller with a device, and returns when that is done or there is none. */
    static void disconnect(int index, BluetoothAddress device) {
        command(
                index,
                DISCONNECT,
                ByteBuffer.allocate(7)
                        .put(device.octets())
                        .put((byte) LE_PUBLIC)
                        .array());
    }

    /** Switches a controller off and on again, which forgets whatever it was about. */
    static void restart(int index) {
        switchOff(index);
        switchOn(index);
    }

    static void switchOff(int index) {
        command(index, SET_POWERED, new byte[] {0});
    }

    static void switchOn(int index) {
        command(index, SET_POWERED, new byte[] {1});
    }

    private static void command(int index, int opcode, byte[] parameters) {
        byte[] command = ByteBuffer.allocate(6 + parameters.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) opcode)
                .putShort((short) index)
                .putShort((short) parameters.length)
                .put(parameters)
                .array();
        LibC libC = LibC.INSTANCE;
        int socket = libC.socket(LibC.AF_BLUETOOTH, SOCK_RAW | LibC.SOCK_CLOEXEC, BTPROTO_HCI);
        try {
            byte[] address = ByteBuffer.allocate(6)
                    .order(ByteOrder.nativeOrder())
                    .putShort((short) LibC.AF_BLUETOOTH)
                    .putShort((short) NO_DEVICE)
                    .putShort((short) CONTROL_CHANNEL)
                    .array();
            libC.bind(socket, address, address.length);
            libC.send(socket, command, new NativeLong(command.length), 0);
            awaitAnswer(libC, socket, opcode);
        } finally {
            libC.close(socket);
        }
    }

    private static void awaitAnswer(LibC libC, int socket, int opcode) {
        byte[] event = new byte[512];
        while (true) {
            int octets =
                    libC.recv(socket, event, new NativeLong(event.length), 0).intValue();
            ByteBuffer read = ByteBuffer.wrap(event, 0, octets).order(ByteOrder.LITTLE_ENDIAN);
            int kind = read.getShort(0);
            boolean answers = kind == COMMAND_COMPLETE || kind == COMMAND_STATUS;
            if (answers && read.getShort(6) == opcode) {
                return;
            }
        }
    }
}
