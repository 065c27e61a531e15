package io.lintel.benchmarks.revocation;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.sux4j.util.EliasFanoMonotoneLongBigList;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.roaringbitmap.RoaringBitmap;

/** What others would send instead, each by its own library where it has one. */
final class Rivals {
    private Rivals() {}

    /** A Roaring bitmap, told to look for runs. */
    static RoaringBitmap roaring(Population population) {
        RoaringBitmap bitmap = new RoaringBitmap();
        population.revoked().stream().forEach(serial -> bitmap.add((int) serial));
        bitmap.runOptimize();
        return bitmap;
    }

    /** The octets of a Roaring bitmap in its portable format. */
    static int roaringOctets(Population population) {
        return roaring(population).serializedSizeInBytes();
    }

    /**
     * The bits of a Token Status List with one bit for each serial, compressed with zlib as its draft says
     * (draft-ietf-oauth-status-list, "Compressed Byte Array"), before the Base64 that a token puts around it.
     */
    static byte[] tokenStatusList(Population population) {
        byte[] bits = new byte[population.issued() / Byte.SIZE + 1];
        population.revoked().stream()
                .forEach(serial -> bits[(int) (serial / Byte.SIZE)] |= (byte) (1 << serial % Byte.SIZE));
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bits);
            deflater.finish();
            byte[] compressed = new byte[bits.length + 1024];
            return Arrays.copyOf(compressed, deflater.deflate(compressed));
        } finally {
            deflater.end();
        }
    }

    /** The octets of an Elias-Fano list, its index included: what Sux4J says that it takes. */
    static long eliasFanoOctets(Population population) {
        long bits = new EliasFanoMonotoneLongBigList(
                        LongArrayList.wrap(population.revoked().stream().toArray()))
                .numBits();
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** The octets of Elias and Fano's two bit strings alone, with nothing to look up by. */
    static long eliasFanoBareOctets(Population population) {
        long count = population.revoked().size();
        int low = Math.max(0, 63 - Long.numberOfLeadingZeros(population.issued() / count));
        long bits = count * low + count + (population.issued() >> low) + 1;
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }
}
