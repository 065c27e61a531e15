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
import java.util.Optional;

/** Gives credentials of one customer their access numbers ({@code C-38}). */
public final class AccessNumbers {

    private final CommandContext context;
    private final CustomerId customer;
    private final IdRules rules;

    public AccessNumbers(CommandContext context, CustomerId customer, IdRules rules) {
        this.context = context;
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
        if (!duplicatesAllowed() && context.unit().credentials().accessNumberTaken(customer, number)) {
            throw new ManagerException.Refused(
                    ErrorCode.DUPLICATE_ACCESS_NUMBER,
                    "another credential in force at this site has this access number; choose another number or leave it out");
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
        return context.unit().hostPeople().list(customer, person - 1, 1).stream()
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
            String digits = prefix + context.unit().counters().next(customer, Counter.ACCESS_NUMBER);
            if (digits.length() > 18 || Long.parseLong(digits) > rules.highestAutomatic()) {
                throw noneLeft();
            }
            long number = Long.parseLong(digits);
            if (!rules.editable() || !context.unit().credentials().accessNumberTaken(customer, number)) {
                return number;
            }
        }
    }

    private long nextFree() {
        CredentialRecords credentials = context.unit().credentials();
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
        return context.unit().organisations().settings(customer);
    }

    private static ManagerException noneLeft() {
        return refused("this site has used every access number that is given automatically; name a number");
    }

    private static ManagerException refused(String why) {
        return new ManagerException.Refused(ErrorCode.INVALID_REQUEST, why);
    }
}
