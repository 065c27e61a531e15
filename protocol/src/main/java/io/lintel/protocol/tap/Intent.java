package io.lintel.protocol.tap;

import io.lintel.crypto.Bytes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The intent flags of a tap: what triggered it and what the phone checked (spec/protocol.md 4.4). Two octets on the wire,
 * always authenticated.
 *
 * @param trigger what made the phone answer
 * @param assurances what the phone claims to have checked; unmodifiable
 */
public record Intent(Trigger trigger, Set<Assurance> assurances) {
    /** Size on the wire, in octets. */
    public static final int SIZE_BYTES = 2;

    private static final int KNOWN_BITS = 0x03;

    /** What the second octet says, for each value that it may have. */
    private static final List<Set<Assurance>> ASSURANCES =
            IntStream.rangeClosed(0, KNOWN_BITS).mapToObj(Intent::assurances).toList();

    public Intent {
        assurances =
                assurances.isEmpty() ? Collections.emptySet() : Collections.unmodifiableSet(EnumSet.copyOf(assurances));
    }

    /** Returns an intent with a trigger and assurances. */
    public static Intent of(Trigger trigger, Assurance... assurances) {
        return new Intent(trigger, Set.of(assurances));
    }

    /** Returns the two octets: trigger code, assurance bits. */
    public Bytes encode() {
        int bits = 0;
        for (Assurance assurance : assurances) {
            bits |= assurance.bit();
        }
        return Bytes.of(trigger.code(), bits);
    }

    /** Reads two octets, or returns empty for an unknown trigger or a reserved bit. */
    public static Optional<Intent> decode(Bytes octets) {
        if (octets.size() != SIZE_BYTES || (octets.unsigned(1) & ~KNOWN_BITS) != 0) {
            return Optional.empty();
        }
        Set<Assurance> assurances = ASSURANCES.get(octets.unsigned(1));
        return Trigger.ofCode(octets.unsigned(0)).map(trigger -> new Intent(trigger, assurances));
    }

    private static Set<Assurance> assurances(int bits) {
        EnumSet<Assurance> assurances = EnumSet.noneOf(Assurance.class);
        for (Assurance assurance : Assurance.values()) {
            if ((bits & assurance.bit()) != 0) {
                assurances.add(assurance);
            }
        }
        return assurances;
    }
}
