package io.lintel.sdk.credential;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.organisation.CustomerSettings;
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
 * @param keyName what the phone shows; empty for the site's key name ({@code DEV-04})
 * @param delivery where its code is told of
 */
public record IssueCredential(
        CustomerId customer,
        long person,
        String deviceName,
        OptionalLong accessNumber,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        Set<Integer> groups,
        Technology technology,
        Optional<String> keyName,
        CodeDelivery delivery) {

    /** The group of sites that do not use groups. */
    public static final Set<Integer> ONLY_GROUP = Set.of(1);

    /** Copies the groups, checks the key name. */
    public IssueCredential {
        groups = Set.copyOf(groups);
        keyName.ifPresent(CustomerSettings::checkKeyName);
    }

    /** A credential under the site's key name, whose code goes to the person. */
    public IssueCredential(
            CustomerId customer,
            long person,
            String deviceName,
            OptionalLong accessNumber,
            Optional<Instant> validFrom,
            Optional<Instant> validUntil,
            Set<Integer> groups,
            Technology technology) {
        this(
                customer,
                person,
                deviceName,
                accessNumber,
                validFrom,
                validUntil,
                groups,
                technology,
                Optional.empty(),
                CodeDelivery.TO_PERSON);
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

    /** The same for another person. */
    public IssueCredential forPerson(long number) {
        return new IssueCredential(
                customer,
                number,
                deviceName,
                accessNumber,
                validFrom,
                validUntil,
                groups,
                technology,
                keyName,
                delivery);
    }

    @Override
    public String toString() {
        return "IssueCredential[" + customer + ", person #" + person + "]";
    }
}
