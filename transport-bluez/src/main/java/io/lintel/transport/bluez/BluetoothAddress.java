package io.lintel.transport.bluez;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a Bluetooth LE device or adapter.
 *
 * @param text six octets as people write them, {@code 00:AA:01:00:00:00}, in capitals
 * @param isRandom whether it is a random address rather than one that the maker was assigned
 */
public record BluetoothAddress(String text, boolean isRandom) {
    private static final Pattern FORM = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");

    /** No device's. */
    static final BluetoothAddress NONE = new BluetoothAddress("00:00:00:00:00:00", false);

    /** Takes either case; refuses what is no address with {@link IllegalArgumentException}. */
    public BluetoothAddress {
        text = text.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a Bluetooth address has the form 00:AA:01:00:00:00, not " + text);
        }
    }

    /** The public address that {@code text} writes. */
    public static BluetoothAddress ofPublic(String text) {
        return new BluetoothAddress(text, false);
    }

    /** The address that a kernel's six octets say, the least significant first. */
    static BluetoothAddress ofOctets(byte[] octets, boolean isRandom) {
        HexFormat form = HexFormat.ofDelimiter(":").withUpperCase();
        return new BluetoothAddress(form.formatHex(turned(octets)), isRandom);
    }

    /** The six octets, the least significant first, as the kernel wants them. */
    byte[] octets() {
        return turned(HexFormat.ofDelimiter(":").parseHex(text));
    }

    private static byte[] turned(byte[] octets) {
        byte[] turned = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            turned[i] = octets[octets.length - 1 - i];
        }
        return turned;
    }

    /** How bluetoothd names the object of the device, {@code dev_00_AA_01_00_00_00}. */
    String objectName() {
        return "dev_" + text.replace(':', '_');
    }

    @Override
    public String toString() {
        return text;
    }
}
