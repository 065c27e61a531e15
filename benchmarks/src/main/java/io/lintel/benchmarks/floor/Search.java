package io.lintel.benchmarks.floor;

import java.util.List;

/**
 * What a reader does that finds a phone by trying the key of each one that it knows: no hint tells it whose message it has. The keys
 * lie one behind the other in one array, the least that a reader can read for it.
 *
 * @param before calls that are made once
 * @param keys how many keys are tried
 * @param attempt what is called for each key; the first is an HMAC under that key
 */
public record Search(List<Call> before, int keys, List<Call> attempt) {

    /** Checks what {@code attempt} begins with. */
    public Search {
        if (attempt.isEmpty() || attempt.get(0).primitive() != Call.Primitive.HMAC) {
            throw new IllegalArgumentException("an attempt begins with an HMAC under the key that is tried");
        }
    }
}
