package io.lintel.store.file;

import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.reader.ReaderMemoryException.Code;
import java.util.function.Supplier;

/** Says a file's failure in the words of the reader's memory port. */
final class MemoryFailures {
    private MemoryFailures() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (FileStoreException e) {
            throw new ReaderMemoryException(code(e), String.valueOf(e.getMessage()), e);
        }
    }

    private static Code code(FileStoreException failure) {
        if (failure instanceof FileStoreException.Corrupt) {
            return Code.CORRUPT;
        }
        return failure instanceof FileStoreException.NewerFormat ? Code.UNKNOWN_FORMAT : Code.UNAVAILABLE;
    }
}
