package io.lintel.cli.shell;

import java.util.Locale;

/** Names of constants as people and programs read them. */
public final class Words {
    private Words() {}

    /** A constant in small letters, its words apart: {@code REVOKE_PENDING} is "revoke pending". */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
