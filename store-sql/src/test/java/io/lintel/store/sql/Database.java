package io.lintel.store.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

    /** All, or those that {@code -Dlintel.databases} names, separated by commas. */
    static List<Database> asked() {
        String names = System.getProperty("lintel.databases", "SQLITE,POSTGRES");
        return Stream.of(names.split(",")).map(Database::valueOf).toList();
    }

    /** A new, empty one; a file goes into the directory. */
    abstract TestDatabase fresh(Path directory);
}
