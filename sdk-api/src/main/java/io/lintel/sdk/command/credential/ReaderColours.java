package io.lintel.sdk.command.credential;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.reader.ColouredGroups;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The check before an issue that the credential's colour is the readers' ({@code TEC-02}, {@code TEC-04}). */
final class ReaderColours {

    private ReaderColours() {}

    /** Refuses a colour that none of the readers has which the credential is for. A site without such readers says nothing. */
    static void require(UnitOfWork unit, CustomerId customer, Set<Integer> groups, Technology technology) {
        EnumSet<Technology> found = EnumSet.noneOf(Technology.class);
        for (ColouredGroups readers : unit.registrations().colours(customer)) {
            if (!Collections.disjoint(readers.groups(), groups)) {
                found.add(readers.technology());
            }
        }
        if (!found.isEmpty() && !found.contains(technology)) {
            throw new ManagerException.Refused(
                    ErrorCode.TECHNOLOGY_MISMATCH,
                    "the credential's technology is " + technology + ", and the readers in its groups are " + found
                            + "; issue it in the readers' technology, or ask support which one the readers have");
        }
    }
}
