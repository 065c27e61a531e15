package io.lintel.store.sql;

import java.nio.file.Path;

/** The sorts of database that the store works on. */
enum Database {
    SQLITE {
        @Override
        TestDatabase fresh(Path directory) {
            return TestDatabase.sqlite(directory.resolve("site.db"));
        }
    },
    POSTGRES {
        @Override
        TestDatabase fresh(Path directory) {
            return PostgresTestDatabase.fresh();
        }
    };

    /** A new, empty one; a file goes into the directory. */
    abstract TestDatabase fresh(Path directory);
}
