package io.lintel.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** The steps of a durable write. A port, because a crash between any two of them has to be tested. */
interface Disk {
    /** Removes a file; returns whether there was one. */
    boolean delete(Path file) throws IOException;

    /** Makes a new, empty file for writing. */
    FileChannel create(Path file, FileAttribute<?>... attributes) throws IOException;

    /** Writes all of the octets; they need not be on the medium when this returns. */
    void write(FileChannel file, ByteBuffer octets) throws IOException;

    /** Brings what was written to the medium. */
    void force(FileChannel file) throws IOException;

    /** Gives a file another name in one step, in place of whatever has that name. */
    void rename(Path from, Path to) throws IOException;

    /** Brings the names in a directory to the medium. */
    void flush(Path directory) throws IOException;
}
