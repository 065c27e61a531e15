package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.RowStatus;
import io.lintel.sdk.ledger.RowType;
import java.util.Optional;

/** How each cause is shown in each book (requirements 5.2), written down apart from the ledger that posts. */
final class BookRules {

    private BookRules() {}

    /** What a row shows. */
    record Shown(RowType type, int sign, RowStatus status) {}

    static Optional<Shown> shown(Book book, Cause cause) {
        return book == Book.DISTRIBUTOR ? inDistributorsBook(cause) : inCustomersBook(cause);
    }

    /** Whether the book may not do without the row. A distributor sees its customers' charges only where the profile says so. */
    static boolean mustShow(Book book, Cause cause) {
        return book == Book.DISTRIBUTOR
                ? !MovementRules.isCharge(cause) && !MovementRules.isFollowUp(cause)
                : inCustomersBook(cause).isPresent();
    }

    private static Optional<Shown> inDistributorsBook(Cause cause) {
        return switch (cause) {
            case PURCHASE -> Optional.of(new Shown(RowType.PURCHASE_CREDIT, 1, RowStatus.PAID));
            case CORRECTION -> Optional.of(new Shown(RowType.REFUNDING, -1, RowStatus.REFUNDED));
            case FREE_GRANT, TRANSFER -> Optional.of(new Shown(RowType.TRANSFER, -1, RowStatus.PAID));
            case REFUND -> Optional.of(new Shown(RowType.REFUNDING, 1, RowStatus.REFUNDED));
            case KEY_ISSUE, KEY_RESTORE, KEY_RESERVE -> Optional.of(new Shown(RowType.PURCHASE, -1, RowStatus.PAID));
            case KEY_RELEASE, KEY_RETURN -> Optional.of(new Shown(RowType.ADDING, 1, RowStatus.REFUNDED));
            case KEY_SETTLE, KEY_FORFEIT -> Optional.empty();
        };
    }

    private static Optional<Shown> inCustomersBook(Cause cause) {
        return switch (cause) {
            case FREE_GRANT, TRANSFER -> Optional.of(new Shown(RowType.ADDING, 1, RowStatus.PAID));
            case REFUND -> Optional.of(new Shown(RowType.REFUNDING, -1, RowStatus.REFUNDED));
            case KEY_ISSUE, KEY_RESTORE, KEY_RESERVE -> Optional.of(new Shown(RowType.PURCHASE, -1, RowStatus.PAID));
            case KEY_RELEASE, KEY_RETURN -> Optional.of(new Shown(RowType.ADDING, 1, RowStatus.REFUNDED));
            case PURCHASE, CORRECTION, KEY_SETTLE, KEY_FORFEIT -> Optional.empty();
        };
    }
}
