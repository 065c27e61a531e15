package io.lintel.sdk.credential;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Asks for a credential on a new device of a person.
 *
 * @param customer whose credential
 * @param person the holder's number
 * @param deviceName free text, 1 to 200 characters
 * @param accessNumber what the panel gets; empty for the next free one
 * @param validFrom first instant; empty for the start of today, UTC ({@code DEV-06})
 * @param validUntil the first instant that is no longer valid; empty for unlimited
 * @param groups reader groups that it opens: 1 to 8, each 1 to 16383
 * @param technology the colour of the readers that it opens
 */
public record IssueCredential(
        CustomerId customer,
        long person,
        String deviceName,
        OptionalLong accessNumber,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        Set<Integer> groups,
        Technology technology) {

    /** The group of sites that do not use groups. */
    public static final Set<Integer> ONLY_GROUP = Set.of(1);

    /** Copies the groups. */
    public IssueCredential {
        groups = Set.copyOf(groups);
    }

    /** A credential without limits, for a site that uses neither groups nor colours. */
    public static IssueCredential of(CustomerId customer, long person, String deviceName) {
        return new IssueCredential(
                customer,
                person,
                deviceName,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                ONLY_GROUP,
                Technology.NONE);
    }

    @Override
    public String toString() {
        return "IssueCredential[" + customer + ", person #" + person + "]";
    }
}
