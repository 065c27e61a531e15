package io.lintel.store.sql;

import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Action;
import java.util.function.Function;

/**
 * Something that a part of the manager does, as a row of the permission matrix.
 *
 * @param method the part's method, with the simple names of its parameters' types where the name alone is not enough
 * @param action the right that it should take
 * @param reach whose data it touches
 * @param sureness whether it has to succeed where it is allowed
 * @param preparation prepares on the ground, on behalf of the host, and returns the deed
 */
record MatrixDeed(
        String method, Action action, Reach reach, Sureness sureness, Function<MatrixGround, Deed> preparation) {

    /** Whose data. */
    enum Reach {
        /** What nobody reaches but the host. */
        BOTH_SIDES,
        EVERYTHING,
        DISTRIBUTOR,
        CUSTOMER,
        /** The credential of {@link MatrixGround#serial}. */
        CREDENTIAL,
        /** A credential that no holder of the matrix has. */
        ANOTHER_CREDENTIAL
    }

    /** What being allowed means. */
    enum Sureness {
        /** It is done. */
        SUCCEEDS,
        /** It is refused for another reason than missing rights: what it names is not there. */
        GETS_PAST_THE_RIGHTS
    }

    @FunctionalInterface
    interface Deed {
        void by(Manager somebody) throws Exception;
    }

    static MatrixDeed deed(String method, Action action, Reach reach, Function<MatrixGround, Deed> preparation) {
        return new MatrixDeed(method, action, reach, Sureness.SUCCEEDS, preparation);
    }

    static MatrixDeed attempt(String method, Action action, Reach reach, Function<MatrixGround, Deed> preparation) {
        return new MatrixDeed(method, action, reach, Sureness.GETS_PAST_THE_RIGHTS, preparation);
    }
}
