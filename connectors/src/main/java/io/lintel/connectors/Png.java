package io.lintel.connectors;

import io.lintel.crypto.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files of one bit per pixel (RFC 2083), so that a server needs no graphics library. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BIT_DEPTH = 1;
    private static final int GREYSCALE = 0;
    private static final int NO_FILTER = 0;

    private Png() {}

    /** Says which pixels are black. */
    @FunctionalInterface
    interface Pixels {
        boolean isBlack(int x, int y);
    }

    static Bytes ofBlackAndWhite(int width, int height, Pixels pixels) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            chunk(out, "IDAT", rows(width, height, pixels));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory does not fail", e);
        }
        return Bytes.copyOf(file.toByteArray());
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {BIT_DEPTH, GREYSCALE, 0, 0, 0});
        return header.toByteArray();
    }

    private static byte[] rows(int width, int height, Pixels pixels) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
            for (int y = 0; y < height; y++) {
                out.write(NO_FILTER);
                out.write(row(width, y, pixels));
            }
        }
        return compressed.toByteArray();
    }

    /** A set bit is white. */
    private static byte[] row(int width, int y, Pixels pixels) {
        byte[] octets = new byte[(width + 7) / 8];
        for (int x = 0; x < width; x++) {
            if (!pixels.isBlack(x, y)) {
                octets[x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return octets;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
