package io.lintel.store.sql;

import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Path;

class SqliteLedgerTest extends LedgerContract {

    @Override
    ManagerStore open(Path directory) {
        return SqliteStore.create(directory.resolve("site.db"));
    }
}
