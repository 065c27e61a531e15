package io.lintel.sdk.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when there is more than there may be. */
final class BoundedStream extends FilterInputStream {

    private final long bound;
    private long taken;

    BoundedStream(InputStream in, long bound) {
        super(in);
        this.bound = bound;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        int got = super.read(octets, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long octets) throws IOException {
        taken += octets;
        if (taken > bound) {
            throw new IOException("more than " + bound + " octets");
        }
    }
}
