package io.lintel.store.file;

import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.phone.WalletStoreException.Code;
import java.util.function.Supplier;

/** Says a file's failure in the words of the wallet's storage port. */
final class WalletFailures {
    private WalletFailures() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (FileStoreException e) {
            throw new WalletStoreException(code(e), String.valueOf(e.getMessage()), e);
        }
    }

    private static Code code(FileStoreException failure) {
        if (failure instanceof FileStoreException.Corrupt) {
            return Code.CORRUPT;
        }
        return failure instanceof FileStoreException.NewerFormat ? Code.UNKNOWN_FORMAT : Code.UNAVAILABLE;
    }
}
