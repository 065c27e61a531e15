/** The manager's storage port on SQLite and PostgreSQL. */
@org.jspecify.annotations.NullMarked
module io.lintel.store.sql {
    requires static org.jspecify;
    requires transitive io.lintel.sdk;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires static org.postgresql.jdbc;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports io.lintel.store.sql;
}
