package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a credential gets its access number ({@code C-38}).
 *
 * @param strategy where the number comes from
 * @param assignAt when it is given
 * @param editable whether a request may name one in place of the automatic one ({@code C-42})
 * @param duplicates who may allow that two credentials in force have the same one ({@code CFG-05}, {@code DEV-09})
 * @param prefix how long a customer's prefix is; null where there is none ({@code CFG-02})
 * @param highestAutomatic the highest number that is given automatically, prefix included: 65,535 fits beside the facility
 *     code of 26 and 34 bits, 16,777,215 fills 26 bits, 4,294,967,295 fills 34, 34,359,738,367 fills 37
 */
public record IdRules(
        Strategy strategy,
        AssignAt assignAt,
        boolean editable,
        Duplicates duplicates,
        @Nullable PrefixLength prefix,
        long highestAutomatic) {

    /** The highest number of H10302, the widest format that a panel gets. */
    public static final long HIGHEST = (1L << 35) - 1;

    /** Where an access number comes from. */
    public enum Strategy {
        /** One more than the highest so far; once the highest possible is used, the lowest that never was ({@code DEV-10}). */
        NEXT_FREE,
        /** The request names it. */
        MANUAL,
        /** 1, 2, 3, ... in the order of issue, never the same again ({@code DEV-19}). */
        AUTO,
        /** 1, 2, 3, ... in the order of activation, without a gap ({@code DEV-21}). */
        CONSECUTIVE
    }

    /** When a number is given. */
    public enum AssignAt {
        /** When the credential is issued. */
        ISSUE,
        /** When a phone activates it. */
        ACTIVATION
    }

    /** Who may allow duplicates. */
    public enum Duplicates {
        /** Nobody. */
        NEVER,
        /** The distributor, per customer; not the customer ({@code ACC-37}). */
        BY_DISTRIBUTOR,
        /** Duplicates are allowed everywhere. */
        ALWAYS
    }

    /** The shortest and the longest prefix, in decimal digits. */
    public record PrefixLength(int atLeast, int atMost) {
        /** Refuses a length out of bounds. */
        public PrefixLength {
            within(atLeast, 1, 4, "atLeast");
            within(atMost, atLeast, 4, "atMost");
        }
    }

    /** Refuses values that make no sense together. */
    public IdRules {
        present(strategy, "strategy");
        present(assignAt, "assignAt");
        present(duplicates, "duplicates");
        within(highestAutomatic, 1, HIGHEST, "highestAutomatic");
        if ((assignAt == AssignAt.ACTIVATION) != (strategy == Strategy.CONSECUTIVE)) {
            throw new IllegalArgumentException(
                    "assignAt is ACTIVATION where the strategy is CONSECUTIVE, and only there");
        }
        if (editable && (strategy == Strategy.AUTO || strategy == Strategy.CONSECUTIVE)) {
            throw new IllegalArgumentException("editable must be false where the strategy is " + strategy);
        }
        if (prefix != null && strategy == Strategy.CONSECUTIVE) {
            throw new IllegalArgumentException(
                    "prefix must be absent where the strategy is CONSECUTIVE: it makes gaps");
        }
        if (!editable && strategy == Strategy.MANUAL) {
            throw new IllegalArgumentException("editable must be true where the strategy is MANUAL");
        }
    }

    /** How long a customer's prefix is, where there is one. */
    public Optional<PrefixLength> prefixLength() {
        return Optional.ofNullable(prefix);
    }
}
