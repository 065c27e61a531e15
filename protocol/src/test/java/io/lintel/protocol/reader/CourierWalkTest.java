package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.PartBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Couriers with any of the lists that were ever published come to a reader, lose messages, alter octets and go; the reader
 * restarts. Its epoch never falls, it never enforces what was not published, and honest couriers bring it to the newest.
 */
class CourierWalkTest {
    private static final int LISTS = 5;
    private static final int VISITS = 60;

    @Property(tries = 60)
    void couriersEndAtTheNewestList(@ForAll long seed) {
        Random random = new Random(seed);
        CourierBench walked = new CourierBench();
        List<Signed<RevocationList>> lists = publish(walked, random);
        long epoch = 0;
        for (int i = 0; i < VISITS; i++) {
            Signed<RevocationList> brought = lists.get(random.nextInt(lists.size()));
            visit(walked, brought, delta(walked, brought), random);
            assertTrue(walked.epoch() >= epoch, "the epoch fell");
            epoch = walked.epoch();
            assertTrue(walked.keeper.inForce().stream().allMatch(lists::contains));
            if (random.nextInt(20) == 0) {
                walked.desk = walked.start();
            }
        }
        Signed<RevocationList> newest = lists.get(LISTS - 1);
        walked.now = walked.now.plus(CourierDesk.FAILURE_EVERY.multipliedBy(CourierDesk.FAILURES));
        for (int i = 0; i < 10; i++) {
            walked.serve(newest, delta(walked, newest), (want, octets) -> octets);
        }
        assertEquals(Optional.of(newest), walked.keeper.inForce());
    }

    /** Each list grows out of the one before it, or is another altogether. */
    private static List<Signed<RevocationList>> publish(CourierBench bench, Random random) {
        List<Signed<RevocationList>> lists = new ArrayList<>();
        SerialSet revoked = SerialSet.EMPTY;
        for (int epoch = 1; epoch <= LISTS; epoch++) {
            SerialSet more = SerialSet.of(random.longs(random.nextBoolean() ? 20 : 4_000, 1, 2_000_000)
                    .toArray());
            revoked = random.nextInt(4) == 0 ? more : revoked.union(more);
            lists.add(bench.site.list(epoch, 1, revoked));
        }
        return lists;
    }

    private static Optional<ListDelta> delta(CourierBench bench, Signed<RevocationList> to) {
        return bench.keeper.inForce().flatMap(base -> ListDelta.within(7168, base, to));
    }

    private static void visit(
            CourierBench bench, Signed<RevocationList> list, Optional<ListDelta> delta, Random random) {
        CourierVisit visit = bench.visit();
        boolean hostile = random.nextInt(4) == 0;
        Optional<CourierMessage> answer =
                bench.say(visit, delta.map(known -> bench.offer(list, known)).orElseGet(() -> bench.offer(list)));
        while (answer.isPresent() && answer.get() instanceof Want want && want.what() != Wanted.NOTHING) {
            Bytes octets = CourierBench.wanted(want, list, delta);
            answer = hand(bench, visit, hostile ? altered(octets, random) : octets, random);
        }
        visit.leave();
    }

    /** Sends parts until the channel is lost, if it is; a lost channel has no answer. */
    private static Optional<CourierMessage> hand(CourierBench bench, CourierVisit visit, Bytes octets, Random random) {
        Optional<CourierMessage> answer = Optional.empty();
        for (CourierMessage part : PartBuffer.parts(octets)) {
            if (random.nextInt(40) == 0) {
                return Optional.empty();
            }
            answer = bench.say(visit, part);
        }
        return answer;
    }

    private static Bytes altered(Bytes octets, Random random) {
        byte[] changed = octets.toByteArray();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return Bytes.copyOf(changed);
    }
}
