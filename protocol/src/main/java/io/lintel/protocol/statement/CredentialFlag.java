package io.lintel.protocol.statement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A restriction that a credential carries to every reader. Readers refuse a credential with a bit that they do not know:
 * it may be a restriction, too.
 */
public enum CredentialFlag {
    /** Opens only when the phone says that it verified the person for this tap. */
    PERSON_VERIFICATION_REQUIRED(0x01),
    /** Opens only on a person's gesture, never in automatic mode. */
    GESTURE_REQUIRED(0x02);

    /** All sets, by their bits, which leave none out. */
    private static final List<Set<CredentialFlag>> SETS = IntStream.range(0, 1 << values().length)
            .mapToObj(CredentialFlag::set)
            .toList();

    private final int bit;

    CredentialFlag(int bit) {
        this.bit = bit;
    }

    /** Returns the bit on the wire. */
    public int bit() {
        return bit;
    }

    static int bits(Set<CredentialFlag> flags) {
        int bits = 0;
        for (CredentialFlag flag : flags) {
            bits |= flag.bit;
        }
        return bits;
    }

    /** Returns the flags that the bits stand for, or nothing where one bit stands for none. */
    static Optional<Set<CredentialFlag>> ofBits(int bits) {
        return bits >= 0 && bits < SETS.size() ? Optional.of(SETS.get(bits)) : Optional.empty();
    }

    /** Returns the unmodifiable set of the same flags, which all credentials with these have. */
    static Set<CredentialFlag> shared(Set<CredentialFlag> flags) {
        return SETS.get(bits(flags));
    }

    private static Set<CredentialFlag> set(int bits) {
        EnumSet<CredentialFlag> flags = EnumSet.noneOf(CredentialFlag.class);
        for (CredentialFlag flag : values()) {
            if ((bits & flag.bit) != 0) {
                flags.add(flag);
            }
        }
        return Collections.unmodifiableSet(flags);
    }
}
