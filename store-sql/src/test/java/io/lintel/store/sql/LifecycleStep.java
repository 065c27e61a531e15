package io.lintel.store.sql;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One command of a trial. Which person, credential or phone it means is counted from what there is when it is done.
 *
 * @param kind what to do
 * @param who on whose behalf
 * @param pick chooses whom or what it is about; now and then something that is not there
 * @param variant chooses between the ways of doing it
 */
record LifecycleStep(Kind kind, Who who, int pick, int variant) {

    private static final int MOST = 1000;

    /** What can happen at a site, with how often it does among the others. */
    enum Kind {
        ADD_PERSON(7),
        REMOVE_PERSON(2),
        ISSUE(16),
        RESEND(5),
        REDEEM(16),
        REDEEM_AGAIN(5),
        HELD(11),
        DELETED_AS_TOLD(9),
        DELETED_BY_PERSON(4),
        REVOKE(13),
        REVOKE_AS_HOLDER(5),
        LOSE(7),
        RESTORE(7),
        DELETE(8),
        REMOVE_DEVICE(3),
        CONFIRM_ENDED_LEASES(5),
        PASS_ON(4),
        TAKE_BACK(3),
        WAIT(6),
        REPEAT(5);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** On whose behalf. */
    enum Who {
        HOST(12),
        ADMIN(4),
        WORKSPACE(3),
        DISTRIBUTOR(2),
        OPERATOR(1),
        OTHER_CUSTOMERS_ADMIN(1),
        OTHER_DISTRIBUTORS_WORKSPACE(1),
        PHONE(1);

        private final int weight;

        Who(int weight) {
            this.weight = weight;
        }
    }

    /** Lists of steps, of one length, so that a property's number of tries says how many steps it does. */
    static Arbitrary<List<LifecycleStep>> lists(int length) {
        return Combinators.combine(
                        Arbitraries.frequency(Stream.of(Kind.values())
                                .map(kind -> Tuple.of(kind.weight, kind))
                                .toList()),
                        Arbitraries.frequency(Stream.of(Who.values())
                                .map(who -> Tuple.of(who.weight, who))
                                .toList()),
                        Arbitraries.integers().between(0, MOST),
                        Arbitraries.integers().between(0, MOST))
                .as(LifecycleStep::new)
                .list()
                .ofSize(length);
    }

    /** The same steps for the same seed. */
    static List<LifecycleStep> list(int length, long seed) {
        Random random = new Random(seed);
        List<Kind> kinds = Stream.of(Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
                .toList();
        List<Who> whos = Stream.of(Who.values())
                .flatMap(who -> Collections.nCopies(who.weight, who).stream())
                .toList();
        return Stream.generate(() -> new LifecycleStep(
                        kinds.get(random.nextInt(kinds.size())),
                        whos.get(random.nextInt(whos.size())),
                        random.nextInt(MOST + 1),
                        random.nextInt(MOST + 1)))
                .limit(length)
                .toList();
    }
}
