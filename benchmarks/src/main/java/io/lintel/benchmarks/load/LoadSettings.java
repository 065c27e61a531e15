package io.lintel.benchmarks.load;

import io.lintel.crypto.Suite;
import java.util.List;

/**
 * What the whole system is loaded with.
 *
 * @param suites the suites, one server each
 * @param phones phones with a wallet; half of them tap fast, half cold
 * @param credentials how many credentials the reader knows, one server each; the first one is that of all other figures
 * @param visits how many visits of a kind are measured in one round
 * @param perSecond how many are due in a second
 * @param warmUp how many come before, one after the other
 * @param rounds how often each kind has its turn
 * @param pairs how often p99 is measured without and with idle sessions
 * @param idle how many idle sessions
 */
public record LoadSettings(
        List<Suite> suites,
        int phones,
        List<Integer> credentials,
        int visits,
        double perSecond,
        int warmUp,
        int rounds,
        int pairs,
        int idle) {
    public LoadSettings {
        suites = List.copyOf(suites);
        credentials = List.copyOf(credentials);
        if (credentials.isEmpty() || credentials.get(0) < phones || phones < 2) {
            throw new IllegalArgumentException("the reader knows its two phones or more");
        }
    }

    /** All of it; some twenty minutes. */
    public static LoadSettings full() {
        return new LoadSettings(
                List.of(Suite.values()), 100, List.of(100, 10_000, 1_000_000), 3000, 300, 6000, 9, 9, 10_000);
    }

    /** One suite, short; about a minute. */
    public static LoadSettings quick() {
        return new LoadSettings(List.of(Suite.X25519), 100, List.of(100, 10_000), 600, 300, 1500, 3, 3, 1000);
    }
}
