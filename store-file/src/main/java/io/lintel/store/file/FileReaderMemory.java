package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.reader.ReaderNotes;
import io.lintel.protocol.statement.ProjectId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A reader's memory in files: one for each slot, one for the notes, in a directory of its own for each project. One object
 * in one process has it until it is closed; the system takes it back from a process that dies.
 *
 * <p>A damaged slot is an empty one, as {@link ReaderMemory} says. Damaged notes are an error: without them a reader could go
 * back to an older list.
 */
public final class FileReaderMemory implements ReaderMemory, AutoCloseable {
    private static final String NOTES = "reader.notes";

    private final DurableDirectory directory;
    private final OwnerLock owner;

    private FileReaderMemory(DurableDirectory directory, OwnerLock owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /**
     * Opens the memory of a reader of that project below {@code directory}, which is made if it is not there.
     *
     * @throws ReaderMemoryException where it cannot be had, or somebody else has it
     */
    public static FileReaderMemory open(Path directory, ProjectId project) {
        return open(directory, project, new SystemDisk());
    }

    static FileReaderMemory open(Path directory, ProjectId project, Disk disk) {
        return MemoryFailures.translated(() -> {
            Path own = directory.resolve(nameOf(project));
            DurableDirectory files = DurableDirectory.open(own, disk);
            return new FileReaderMemory(files, OwnerLock.take(files));
        });
    }

    private static String nameOf(ProjectId project) {
        return "lists-" + project.value().toHex();
    }

    /** The minimum issuing epoch that a memory below {@code directory} has noted, whoever has that memory now. */
    static int minimumIssuingEpoch(DurableDirectory directory, ProjectId project) {
        return notes(directory, nameOf(project) + "/" + NOTES).minimumIssuingEpoch();
    }

    @Override
    public Optional<Bytes> list(Slot slot) {
        return MemoryFailures.translated(() -> {
            try {
                return directory.read(FileKind.REVOCATION_LIST, name(slot)).map(Bytes::copyOf);
            } catch (FileStoreException.Corrupt cutOff) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        write(FileKind.REVOCATION_LIST, name(slot), signedList.toByteArray());
    }

    @Override
    public ReaderNotes notes() {
        return MemoryFailures.translated(() -> notes(directory, NOTES));
    }

    private static ReaderNotes notes(DurableDirectory directory, String name) {
        return directory
                .read(FileKind.READER_NOTES, name)
                .map(content -> notes(content, directory.path(name)))
                .orElse(ReaderNotes.NONE);
    }

    static ReaderNotes notes(byte[] content, Path file) {
        return ContentReader.read(content, file, FileReaderMemory::notes);
    }

    /** Notes end with the minimum issuing epoch since there is one; before, none was noted. */
    private static ReaderNotes notes(ContentReader in) {
        Instant floor = Instant.ofEpochSecond(in.int64());
        long listEpoch = in.int64();
        long lastReceipt = in.int64();
        int minimumIssuingEpoch = in.isAtEnd() ? ReaderNotes.NONE.minimumIssuingEpoch() : in.int32();
        return new ReaderNotes(floor, listEpoch, minimumIssuingEpoch, lastReceipt);
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        try (ContentWriter out = new ContentWriter()) {
            out.int64(notes.clockFloor().getEpochSecond())
                    .int64(notes.listEpoch())
                    .int64(notes.lastReceipt())
                    .int32(notes.minimumIssuingEpoch());
            write(FileKind.READER_NOTES, NOTES, out.content());
        }
    }

    private void write(FileKind kind, String name, byte[] content) {
        MemoryFailures.translated(() -> {
            owner.require();
            directory.write(kind, name, content);
            return true;
        });
    }

    private static String name(Slot slot) {
        return slot == Slot.FIRST ? "first.list" : "second.list";
    }

    /** Lets somebody else have it. A reader that is still open cannot write any more. */
    @Override
    public void close() {
        owner.close();
    }
}
