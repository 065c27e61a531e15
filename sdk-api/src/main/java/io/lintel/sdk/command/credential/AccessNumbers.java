package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.profile.IdRules;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.CredentialRecords;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;
import java.util.OptionalLong;

/** Gives credentials of one customer their access numbers ({@code C-38}). */
public final class AccessNumbers {

    private final UnitOfWork unit;
    private final CustomerId customer;
    private final IdRules rules;

    public AccessNumbers(CommandContext context, CustomerId customer, IdRules rules) {
        this(context.unit(), customer, rules);
    }

    public AccessNumbers(UnitOfWork unit, CustomerId customer, IdRules rules) {
        this.unit = unit;
        this.customer = customer;
        this.rules = rules;
    }

    /** The number that a request names, or one that the profile's strategy gives. */
    long assign(Optional<Long> wanted, long person) {
        return wanted.map(this::named).orElseGet(() -> automatic(person));
    }

    private long named(long wanted) {
        if (!rules.editable()) {
            throw refused("this site's profile assigns access numbers itself; leave the number out");
        }
        requireFree(wanted);
        return wanted;
    }

    /** Refuses a number that another credential in force has, where that is not allowed ({@code DEV-09}). */
    void requireFree(long number) {
        if (!duplicatesAllowed() && unit.credentials().accessNumberTaken(customer, number)) {
            throw new ManagerException.Refused(
                    ErrorCode.DUPLICATE_ACCESS_NUMBER,
                    "another credential in force at this site has this access number; choose another number or leave it out");
        }
    }

    /** The number that an issue would give now; empty where it has to be named. Takes none. */
    public OptionalLong proposal() {
        return switch (rules.strategy()) {
            case NEXT_FREE -> OptionalLong.of(prefix().map(this::upcoming).orElseGet(this::nextFree));
            case AUTO, CONSECUTIVE -> OptionalLong.of(upcoming(prefix().orElse("")));
            case MANUAL -> OptionalLong.empty();
        };
    }

    private long upcoming(String prefix) {
        long last = unit.counters().last(customer, Counter.ACCESS_NUMBER);
        while (true) {
            last++;
            long number = following(prefix, last);
            if (!rules.editable() || !unit.credentials().accessNumberTaken(customer, number)) {
                return number;
            }
        }
    }

    private long automatic(long person) {
        return switch (rules.strategy()) {
            case NEXT_FREE -> prefix().map(this::consecutive).orElseGet(this::nextFree);
            case AUTO, CONSECUTIVE -> consecutive(prefix().orElse(""));
            case MANUAL -> named(hostNumber(person).orElseThrow(AccessNumbers::noneNamed));
        };
    }

    /** The column ID of a host system's list: what its panel knows the person by. */
    private Optional<Long> hostNumber(long person) {
        return unit.hostPeople().list(customer, person - 1, 1).stream()
                .filter(known -> known.person().number() == person)
                .flatMap(known -> known.link().stream())
                .flatMap(link -> link.accessNumber().stream().boxed())
                .findFirst();
    }

    private static ManagerException noneNamed() {
        return refused("this site's profile has no automatic access numbers, and no list of a host system names one for"
                + " this person; name one");
    }

    /** The next number that follows the prefix; those that somebody named before are passed over. */
    public long consecutive(String prefix) {
        while (true) {
            long number = following(prefix, unit.counters().next(customer, Counter.ACCESS_NUMBER));
            if (!rules.editable() || !unit.credentials().accessNumberTaken(customer, number)) {
                return number;
            }
        }
    }

    private long following(String prefix, long count) {
        String digits = prefix + count;
        if (digits.length() > 18 || Long.parseLong(digits) > rules.highestAutomatic()) {
            throw noneLeft();
        }
        return Long.parseLong(digits);
    }

    private long nextFree() {
        CredentialRecords credentials = unit.credentials();
        long highest = credentials.highestAccessNumber(customer, rules.highestAutomatic());
        if (highest < rules.highestAutomatic()) {
            return highest + 1;
        }
        // Somebody asked for the very last number, which must not be the end of automatic ones.
        return credentials
                .lowestUnusedAccessNumber(customer, rules.highestAutomatic())
                .orElseThrow(AccessNumbers::noneLeft);
    }

    private Optional<String> prefix() {
        return rules.prefixLength().isEmpty() ? Optional.empty() : settings().prefix();
    }

    /** Where the profile leaves it to the distributor, the customer's settings say what it decided ({@code ACC-37}). */
    private boolean duplicatesAllowed() {
        return switch (rules.duplicates()) {
            case NEVER -> false;
            case BY_DISTRIBUTOR -> settings().duplicates() == DuplicateNumbers.ALLOWED;
            case ALWAYS -> true;
        };
    }

    private CustomerSettings settings() {
        return unit.organisations().settings(customer);
    }

    private static ManagerException noneLeft() {
        return refused("this site has used every access number that is given automatically; name a number");
    }

    private static ManagerException refused(String why) {
        return new ManagerException.Refused(ErrorCode.INVALID_REQUEST, why);
    }
}
