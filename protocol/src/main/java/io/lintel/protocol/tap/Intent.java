package io.lintel.protocol.tap;

import io.lintel.crypto.Bytes;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

    /** All there are, by trigger and then by the second octet. */
    private static final Map<Trigger, List<Optional<Intent>>> ALL = all();

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
        Optional<Trigger> trigger = Trigger.ofCode(octets.unsigned(0));
        return trigger.isEmpty()
                ? Optional.empty()
                : ALL.getOrDefault(trigger.get(), List.of()).get(octets.unsigned(1));
    }

    private static Map<Trigger, List<Optional<Intent>>> all() {
        Map<Trigger, List<Optional<Intent>>> all = new EnumMap<>(Trigger.class);
        for (Trigger trigger : Trigger.values()) {
            all.put(
                    trigger,
                    IntStream.rangeClosed(0, KNOWN_BITS)
                            .mapToObj(bits -> Optional.of(new Intent(trigger, assurances(bits))))
                            .toList());
        }
        return all;
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
