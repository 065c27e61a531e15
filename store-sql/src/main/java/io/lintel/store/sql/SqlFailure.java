package io.lintel.store.sql;

import java.sql.SQLException;

/** Carries a database's error out of a unit of work, to where it is given its code. */
final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException error;

    SqlFailure(SQLException error) {
        super(error);
        this.error = error;
    }

    SQLException error() {
        return error;
    }
}
