package io.lintel.cli.simulation;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Table;
import io.lintel.cli.simulation.DoorPlace.Line;
import io.lintel.cli.simulation.Findings.Tally;
import io.lintel.cli.simulation.Plan.Couriers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What lives of a site showed, for people and for programs. */
final class Report {
    private Report() {}

    static Answer of(List<Findings> lives, List<Path> plots) {
        Plan plan = lives.get(0).plan();
        Answer answer = Answer.saying(String.format(
                        Locale.ROOT,
                        "%d days of a site with %d readers, %d %% of them never online, and %d phones (seed %d).",
                        plan.days(),
                        plan.readers(),
                        plan.offlinePercent(),
                        plan.phones(),
                        plan.seed()))
                .line("")
                .line("From a revocation until a reader enforces it, for each revocation and reader that it concerns:");
        table(lives, Findings::enforced).into(answer);
        answer.line("").line("From a revocation until the manager has the reader's receipt:");
        table(lives, Findings::proven).into(answer);
        answer.line("");
        lives.forEach(life -> answer.line(sentence(life)));
        plots.forEach(file -> answer.line("The plot is in " + file + "."));
        return answer.fact("seed", plan.seed())
                .fact("days", plan.days())
                .fact("readers", plan.readers())
                .fact("phones", plan.phones())
                .fact("offlinePercent", plan.offlinePercent())
                .fact("lives", lives.stream().map(Report::facts).toList())
                .fact("plots", plots.stream().map(Path::toString).toList());
    }

    /** One of the two things that were timed. */
    @FunctionalInterface
    private interface Timed {
        Map<Line, Times> of(Findings life);
    }

    private static Table table(List<Findings> lives, Timed timed) {
        Table table = new Table("READERS", "COURIERS", "COUNT", "P50", "P90", "P99", "LONGEST", "NOT YET");
        for (Line line : Line.values()) {
            for (Findings life : lives) {
                Times times = timed.of(life).getOrDefault(line, Times.of(List.of(), 0));
                table.row(
                        word(line),
                        life.plan().couriers() == Couriers.CARRYING ? "yes" : "no",
                        Long.toString(times.count()),
                        Spans.words(times.percentile(50)),
                        Spans.words(times.percentile(90)),
                        Spans.words(times.percentile(99)),
                        Spans.words(times.longest()),
                        Long.toString(times.missing()));
            }
        }
        return table;
    }

    private static String sentence(Findings life) {
        Tally tally = life.tally();
        String couriers = life.plan().couriers() == Couriers.CARRYING ? "With couriers" : "Without";
        String opened = tally.latestGrant()
                .map(latest -> String.format(
                        Locale.ROOT,
                        "revoked credentials opened doors %,d times, the latest %s after the revocation",
                        tally.grantedToRevoked(),
                        Spans.words(latest)))
                .orElse("no revoked credential opened a door");
        return String.format(
                Locale.ROOT,
                "%s: %,d revocations, %,d taps, %,d check-ins, %,d power cuts, %,d resets, %,d receipts not taken; %s;"
                        + " %,d bounds stated, none beaten.",
                couriers,
                life.revocations(),
                tally.taps(),
                tally.checkIns(),
                tally.powerCuts(),
                tally.resets(),
                tally.refusedReceipts(),
                opened,
                tally.statements());
    }

    private static Map<String, Object> facts(Findings life) {
        Tally tally = life.tally();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("couriers", life.plan().couriers() == Couriers.CARRYING);
        facts.put("revocations", life.revocations());
        facts.put("taps", tally.taps());
        facts.put("granted", tally.granted());
        facts.put("grantedToRevoked", tally.grantedToRevoked());
        tally.latestGrant().ifPresent(latest -> facts.put("latestGrantSeconds", Spans.seconds(latest)));
        facts.put("checkIns", tally.checkIns());
        facts.put("powerCuts", tally.powerCuts());
        facts.put("resets", tally.resets());
        facts.put("refusedReceipts", tally.refusedReceipts());
        facts.put("boundsStated", tally.statements());
        facts.put("boundsBeaten", 0);
        facts.put("enforced", byLine(life.enforced()));
        facts.put("proven", byLine(life.proven()));
        Map<String, Object> readers = new LinkedHashMap<>();
        life.byReader().forEach((reader, times) -> readers.put(reader.toString(), facts(times)));
        facts.put("enforcedByReader", readers);
        return facts;
    }

    private static Map<String, Object> byLine(Map<Line, Times> timed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        timed.forEach((line, times) -> facts.put(word(line), facts(times)));
        return facts;
    }

    private static Map<String, Object> facts(Times times) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("count", times.count());
        facts.put("notYet", times.missing());
        times.percentile(50).ifPresent(time -> facts.put("p50Seconds", Spans.seconds(time)));
        times.percentile(90).ifPresent(time -> facts.put("p90Seconds", Spans.seconds(time)));
        times.percentile(99).ifPresent(time -> facts.put("p99Seconds", Spans.seconds(time)));
        times.longest().ifPresent(time -> facts.put("longestSeconds", Spans.seconds(time)));
        return facts;
    }

    private static String word(Line line) {
        return line.name().toLowerCase(Locale.ROOT);
    }
}
