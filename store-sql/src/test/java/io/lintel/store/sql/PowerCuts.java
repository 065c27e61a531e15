package io.lintel.store.sql;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Cuts the power of a {@link CutMachine} at random moments, and asks after each cut for what was confirmed before it. In the
 * end it does the same to a manager that flushes nothing: that it sees no loss means something only if it can see one.
 */
public final class PowerCuts {

    private static final int MOST_CUTS_UNTIL_FOUND = 5;
    private static final int MOST_CONFIRMATIONS = 200;

    /** A cut at a confirmation alone would always come shortly after a commit. */
    private static final int MOST_MILLIS_AFTER_THEM = 500;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final CutMachine machine;
    private final Random moments;
    private int confirmed;

    PowerCuts(CutMachine machine, long seed) {
        this.machine = machine;
        moments = new Random(seed);
    }

    /** Takes the directory that it shares with the machine, the number of cuts, the seed, and the command that starts the machine. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> command = List.of(arguments).subList(3, arguments.length);
        PowerCuts cuts = new PowerCuts(new CutMachine(Path.of(arguments[0]), command), Long.parseLong(arguments[2]));
        System.exit(cuts.passes(Integer.parseInt(arguments[1])) ? 0 : 1);
    }

    /**
     * Whether none of so many cuts lost anything, and one of a few did where nothing is flushed.
     *
     * @throws IllegalStateException if a machine did something else than to work until a cut and to say what is there after it
     */
    boolean passes(int number) throws IOException, InterruptedException {
        int cut = cutsUntilLost(true, number);
        if (cut <= number) {
            out.println("power cuts: FAILED, cut " + cut + " lost what was confirmed");
            return false;
        }
        out.println("power cuts: " + number + " cuts, " + confirmed + " confirmations, none lost");
        int found = cutsUntilLost(false, MOST_CUTS_UNTIL_FOUND);
        if (found > MOST_CUTS_UNTIL_FOUND) {
            out.println("power cuts: FAILED, " + MOST_CUTS_UNTIL_FOUND
                    + " cuts of a manager that flushes nothing lost nothing");
            return false;
        }
        out.println("power cuts: a manager that flushes nothing lost at cut " + found + ", as it must");
        return true;
    }

    /** The first cut that lost anything, counted from 1; one more than the most where none did. */
    private int cutsUntilLost(boolean flushing, int most) throws IOException, InterruptedException {
        machine.renew(flushing);
        confirmed = 0;
        int before = 0;
        for (int cut = 1; cut <= most + 1; cut++) {
            // The last boot only asks.
            int enough = cut > most ? 0 : 1 + moments.nextInt(MOST_CONFIRMATIONS);
            CutMachine.Life life =
                    machine.runUntilCut(enough, Duration.ofMillis(moments.nextInt(MOST_MILLIS_AFTER_THEM)));
            if (cut > 1) {
                out.printf(
                        "cut %2d: %d confirmed, %s%n",
                        cut - 1,
                        before,
                        life.loss().map(CutManager.LOST::concat).orElse(CutManager.KEPT));
            }
            if (life.loss().isPresent()) {
                return cut - 1;
            }
            // Where nothing is flushed, what breaks at work proves nothing: the next verdict says what the cuts lost.
            if (flushing && life.failure().isPresent()) {
                out.println("after cut " + (cut - 1) + ": broke at work, "
                        + life.failure().get());
                return cut - 1;
            }
            before = life.confirmed();
            confirmed += cut > most ? 0 : before;
        }
        return most + 1;
    }
}
