package io.lintel.store.file;

import java.nio.file.Path;

/** Where in a wallet's directory the secrets are, if the owner says nothing else. */
final class WalletPlaces {
    private static final String NO_BACKUP = "no-backup";

    private WalletPlaces() {}

    static Path notBackedUp(Path walletDirectory) {
        return walletDirectory.resolve(NO_BACKUP);
    }

    /** Opens a directory that says to backup programs that they must leave it out. */
    static DurableDirectory openNotBackedUp(Path directory) {
        DurableDirectory opened = DurableDirectory.open(directory);
        CacheTag.put(opened);
        return opened;
    }
}
