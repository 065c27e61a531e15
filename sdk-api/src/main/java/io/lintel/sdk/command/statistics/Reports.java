package io.lintel.sdk.command.statistics;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.statistics.Dimension;
import io.lintel.sdk.statistics.ProjectReport;
import io.lintel.sdk.statistics.SmallGroups;
import io.lintel.sdk.statistics.SmallGroups.Table;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Makes the report of one site and one day: the only form in which statistics leave the store. */
public final class Reports {

    private Reports() {}

    /** The report as it stands now. */
    public static ProjectReport of(UnitOfWork unit, CustomerId customer, LocalDate day, Instant now) {
        return new ProjectReport(
                unit.sites()
                        .find(customer)
                        .orElseThrow(() -> new ManagerException.NotFound("site " + customer))
                        .project(),
                day,
                unit.statistics().counts(customer, day),
                day.isBefore(Intake.day(now)) ? phones(unit, customer, day) : Map.of());
    }

    /** Of days that are over alone: between two tables of one day, whoever came in between would stand alone. */
    private static Map<Dimension, Table> phones(UnitOfWork unit, CustomerId customer, LocalDate day) {
        int smallest = Profiles.parse(unit.sites().foundation(customer).profile())
                .statistics()
                .smallestGroup();
        Map<Dimension, Table> phones = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            phones.put(dimension, SmallGroups.hide(unit.statistics().phones(customer, day, dimension), smallest));
        }
        return phones;
    }
}
