package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Lost messages, restarts, replays and races: what a person does not notice, and an attacker gains nothing by. */
final class RecoveringTaps {
    private RecoveringTaps() {}

    static List<Scenario> all() {
        return Stream.of(lostMessages(), restarts(), replays(), races())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> lostMessages() {
        return List.of(
                new Scenario("lost-answer-cold", "The answer to a cold tap is lost: the next tap is cold again.", r -> {
                    r.mustEnd(r.tapWithoutAnswer(), "granted cold", "disconnected unknown");
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                }),
                new Scenario("lost-answer-fast", "Answers to fast taps are lost: the last step goes on.", r -> {
                    r.tap();
                    r.mustEnd(r.tapWithoutAnswer(), "granted fast", "disconnected unknown");
                    r.mustEnd(r.tapWithoutAnswer(), "granted fast", "disconnected unknown");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                }),
                new Scenario("attempts-burnt", "Four attempts at one step, then a cold tap by reference.", r -> {
                    r.tap();
                    for (int attempt = 0; attempt < 4; attempt++) {
                        int channel = r.open();
                        r.toPhone(channel, r.opener(channel));
                        r.disconnect(channel);
                    }
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                }),
                new Scenario("late-answer", "An answer that arrives after a later tap's changes nothing.", r -> {
                    r.tap();
                    int late = r.open();
                    Bytes answer = r.toReader(late, r.toPhone(late, r.opener(late)));
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                    r.toPhone(late, answer);
                    r.mustEnd(late, "granted fast", "granted fast");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                }));
    }

    private static List<Scenario> restarts() {
        return List.of(
                new Scenario("reader-restarted", "A new state epoch: the phone taps cold at once.", r -> {
                    r.tap();
                    r.restartReader(r.octets("second state epoch").slice(0, 4));
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("evicted", "The reader had room for one ratchet: a miss, then cold on one opener.", r -> {
                    r.reader().withObject("/limits").put("resumptions", 1);
                    Defaults.phone(r.phone("bob"), "bob");
                    r.tap();
                    r.by("bob").mustEnd(r.tap(), "granted cold", "granted cold");
                    r.by("alice").mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("cold-after-uses", "After two fast taps the site wants a cold one.", r -> {
                    r.reader().withObject("/limits").put("coldAfterUses", 2);
                    r.tap();
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("cold-after-age", "After thirty days the ratchet is worth nothing.", r -> {
                    r.holding("lasting");
                    r.policy().put("staleSeconds", Duration.ofDays(90).toSeconds());
                    r.tap();
                    r.after(Duration.ofDays(30));
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario(
                        "ephemeral-recycled", "An opener that nobody answered gives its ephemeral to the next.", r -> {
                            int first = r.open();
                            r.disconnect(first);
                            r.mustEnd(r.tap(), "granted cold", "granted cold");
                        }));
    }

    private static List<Scenario> replays() {
        return List.of(
                new Scenario("opener-replayed", "A phone answers an opener once.", r -> {
                    int first = r.tap();
                    int second = r.open();
                    r.toPhone(second, r.opener(first), "the opener of channel 1");
                    r.mustEnd(second, null, "already-answered not-opened");
                }),
                new Scenario(
                        "opener-replayed-after-restart", "A phone that forgot the opener takes another attempt.", r -> {
                            r.tap();
                            int live = r.open();
                            r.toPhone(live, r.opener(live));
                            r.restartPhone();
                            int replay = r.open();
                            Bytes second = r.toPhone(replay, r.opener(live), "the opener of channel 2");
                            r.mustEnd(r.tap(), "granted fast", "granted fast");
                            r.toReader(live, second, "answers the opener of this channel; its attempt is dead since");
                            r.mustEnd(live, null, null);
                        }),
                new Scenario("cold-recorded", "A recorded cold message is refused on another opener.", r -> {
                    int first = r.open();
                    Bytes cold = r.toPhone(first, r.opener(first));
                    r.toPhone(first, r.toReader(first, cold));
                    int second = r.openReader();
                    r.toReader(second, cold, "the cold message of channel 1");
                    r.mustEnd(second, "not-authentic", null);
                }),
                new Scenario(
                        "fast-recorded", "A recorded fast message misses on another opener, and spends nothing.", r -> {
                            r.tap();
                            int lost = r.open();
                            Bytes fast = r.toPhone(lost, r.opener(lost));
                            int second = r.openReader();
                            r.toReader(second, fast, "the fast message of channel 2, which was never delivered");
                            r.mustEnd(second, null, null);
                            r.toPhone(lost, r.toReader(lost, fast));
                            r.mustEnd(lost, "granted fast", "granted fast");
                            int third = r.openReader();
                            r.toReader(third, fast, "the same again, after it opened the door");
                            r.mustEnd(third, null, null);
                        }));
    }

    private static List<Scenario> races() {
        return List.of(
                new Scenario("parallel", "Two taps at once at one reader take two attempts of one step.", r -> {
                    r.tap();
                    int one = r.open();
                    int two = r.open();
                    Bytes first = r.toPhone(one, r.opener(one));
                    Bytes second = r.toPhone(two, r.opener(two));
                    Bytes answer = r.toReader(one, first);
                    r.toPhone(two, r.toReader(two, second));
                    r.toPhone(one, answer);
                    r.mustEnd(one, "granted fast", "granted fast");
                    r.mustEnd(two, "granted fast", "granted fast");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                }),
                new Scenario("parallel-crossed", "The later attempt arrives first and kills the earlier one.", r -> {
                    r.tap();
                    int one = r.open();
                    int two = r.open();
                    Bytes first = r.toPhone(one, r.opener(one));
                    r.toPhone(two, r.toReader(two, r.toPhone(two, r.opener(two))));
                    r.converse(one, r.toReader(one, first));
                    r.mustEnd(one, "granted cold", "granted cold");
                    r.mustEnd(two, "granted fast", "granted fast");
                }),
                new Scenario("automatic-pause", "Automatic mode answers a reader once a minute.", r -> {
                    r.meaning("automatic").tap();
                    int second = r.open();
                    r.toPhone(second, r.opener(second));
                    r.mustEnd(second, null, "already-answered not-opened");
                    r.after(Duration.ofSeconds(60)).mustEnd(r.tap(), "granted fast", "granted fast");
                }),
                new Scenario("opener-expired", "An opener dies after five seconds.", r -> {
                    int channel = r.open();
                    Bytes cold = r.toPhone(channel, r.opener(channel));
                    r.after(Duration.ofSeconds(5));
                    r.toReader(channel, cold);
                    r.mustEnd(channel, "timed-out", null);
                }));
    }
}
