package io.lintel.sdk.profile;

import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The checks that the parts of a profile share; a message names the field. */
final class Rules {

    private static final int MAX_FORM_LENGTH = 100;

    private Rules() {}

    static void present(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    static <E> Set<E> filled(@Nullable Set<E> values, String field) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException(field + " must name at least one");
        }
        return values;
    }

    static void pattern(@Nullable String form, String field) {
        if (form == null) {
            return;
        }
        if (form.length() > MAX_FORM_LENGTH) {
            throw new IllegalArgumentException(field + " is longer than " + MAX_FORM_LENGTH + " characters");
        }
        try {
            Pattern.compile(form);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(field + " is not a regular expression");
        }
    }

    /** A copy that keeps the order of the enum, so that a profile prints the same in every process. */
    static <E extends Enum<E>> Set<E> ordered(Set<E> values, Class<E> type) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }

    static void within(long value, long low, long high, String field) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    low == high ? field + " must be " + low : field + " must be " + low + " to " + high);
        }
    }

    static void positive(@Nullable Period value, String field) {
        present(value, field);
        if (value != null && (value.isNegative() || value.isZero() || value.toTotalMonths() > 1200)) {
            throw new IllegalArgumentException(field + " must be a period of more than nothing and at most 100 years");
        }
    }

    static void positive(@Nullable Duration value, String field) {
        present(value, field);
        if (value != null && (value.isNegative() || value.isZero() || value.toDays() > 36500)) {
            throw new IllegalArgumentException(field + " must be a time of more than nothing and at most 36500 days");
        }
    }
}
