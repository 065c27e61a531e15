package io.lintel.protocol.serials;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Sets for tests. */
final class Serials {
    private Serials() {}

    /** Reads a set such as {@code 1 5-9}. */
    static SerialSet of(String text) {
        RunJoiner runs = new RunJoiner();
        for (String run : text.split(" ", -1)) {
            if (!run.isEmpty()) {
                String[] ends = run.split("-", -1);
                runs.add(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
            }
        }
        return runs.joined();
    }

    /** Sets of up to 200 runs, from dense to strewn over all serials. */
    static Arbitrary<SerialSet> sets() {
        Arbitrary<Long> gap = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 3),
                Arbitraries.longs().between(1, 300),
                Arbitraries.longs().between(1, 20_000_000));
        Arbitrary<Long> more = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.longs().between(0, 400)));
        return gap.list()
                .ofMaxSize(200)
                .flatMap(gaps -> more.list().ofSize(gaps.size()).map(lengths -> set(gaps, lengths)));
    }

    private static SerialSet set(List<Long> gaps, List<Long> lengths) {
        RunJoiner runs = new RunJoiner();
        long at = 0;
        for (int i = 0; i < gaps.size(); i++) {
            long first = at + gaps.get(i);
            at = Math.min(first + lengths.get(i), SerialSet.MAX_SERIAL);
            runs.add(first, at);
        }
        return runs.joined();
    }
}
