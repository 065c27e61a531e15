package io.lintel.sdk.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.sdk.login.PasswordRule.Lack;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.testing.Requirement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "valid with a digit,             Abcdefg1,  ''",
        "valid with a special character, Abcdefg!,  ''",
        "valid with a space,             'Abcd efg', ''",
        "valid beyond ASCII,             'Žluťoučký 1', ''",
        "too short,                      Abcde1!,   CHARACTERS",
        "no upper case,                  abcdefg1,  UPPER_CASE",
        "no lower case,                  ABCDEFG1,  LOWER_CASE",
        "neither digit nor special,      Abcdefgh,  DIGIT_OR_SPECIAL",
        "digits alone,                   12345678,  UPPER_CASE LOWER_CASE",
        "empty,                          '',        CHARACTERS UPPER_CASE LOWER_CASE DIGIT_OR_SPECIAL",
        "characters that take two units, '𝕬𝖇c1!',  CHARACTERS"
    })
    @Requirement("PWD-01")
    void passwordLacksWhatTheRuleAsksFor(String what, String password, String lacks) {
        Set<Lack> expected = Arrays.stream(lacks.split(" "))
                .filter(lack -> !lack.isEmpty())
                .map(Lack::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lack.class)));
        try (TypedSecret typed = TypedSecret.of(password.toCharArray())) {
            assertEquals(expected, PasswordRule.lacksOf(typed), what);
        }
    }
}
