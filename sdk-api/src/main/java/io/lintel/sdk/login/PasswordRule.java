package io.lintel.sdk.login;

import io.lintel.sdk.model.TypedSecret;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a password needs ({@code PWD-01}): at least {@value #MIN_CHARACTERS} characters, among them an upper-case letter, a
 * lower-case letter, and a digit or special character. It is the rule for logins, not for system keys ({@code PWD-06}).
 */
public final class PasswordRule {

    /** The fewest characters that a password has. */
    public static final int MIN_CHARACTERS = 8;

    private PasswordRule() {}

    /** What a password lacks. */
    public enum Lack {
        /** More characters. */
        CHARACTERS,
        /** An upper-case letter. */
        UPPER_CASE,
        /** A lower-case letter. */
        LOWER_CASE,
        /** A digit or a special character: whatever is no letter. */
        DIGIT_OR_SPECIAL
    }

    /** What this password lacks; nothing where it is good. */
    public static Set<Lack> lacksOf(TypedSecret password) {
        return password.look(characters -> {
            Set<Lack> lacks = EnumSet.noneOf(Lack.class);
            if (characters.codePoints().count() < MIN_CHARACTERS) {
                lacks.add(Lack.CHARACTERS);
            }
            require(characters, Character::isUpperCase, Lack.UPPER_CASE, lacks);
            require(characters, Character::isLowerCase, Lack.LOWER_CASE, lacks);
            require(characters, c -> !Character.isLetter(c), Lack.DIGIT_OR_SPECIAL, lacks);
            return Collections.unmodifiableSet(lacks);
        });
    }

    private static void require(CharSequence characters, IntPredicate wanted, Lack lack, Set<Lack> lacks) {
        if (characters.codePoints().noneMatch(wanted)) {
            lacks.add(lack);
        }
    }
}
