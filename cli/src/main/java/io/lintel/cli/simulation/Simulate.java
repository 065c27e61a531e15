package io.lintel.cli.simulation;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Progress;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.simulation.Plan.Couriers;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates a site, to see how long a revocation takes to reach every door. */
@Command(
        name = "simulate",
        header = "Simulate a site: how long a revocation takes to reach every door, with couriers and without",
        description = {
            "",
            "Readers, wallets, taps, check-ins, lists, couriers, receipts and the exposure bound are the product's own;"
                    + " people's habits, lines, losses, power cuts and drifting clocks are drawn from the seed, and the"
                    + " same seed gives the same life again. Thieves tap at the very moment that a bound names: exit"
                    + " status 1 if a door opens for a revoked credential after a bound that the manager stated."
        },
        footer = {"", "Example:", "  lintel simulate --seed 7 --plot doors.svg --plot doors.png"})
public final class Simulate implements Callable<Integer> {
    private static final long LOOK_MILLIS = 200;

    private final Shell shell;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where chance begins: the same life again. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--days", paramLabel = "N", description = "How long. Default: ${DEFAULT-VALUE}.")
    private int days = 60;

    @Option(names = "--readers", paramLabel = "N", description = "How many readers. Default: ${DEFAULT-VALUE}.")
    private int readers = 10;

    @Option(
            names = "--phones",
            paramLabel = "N",
            description = "How many phones; who is revoked is replaced. Default: ${DEFAULT-VALUE}.")
    private int phones = 60;

    @Option(
            names = "--offline",
            paramLabel = "PERCENT",
            description = "How many of a hundred readers are never online. Default: ${DEFAULT-VALUE}.")
    private int offline = 40;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Draw what came out, as .svg or .png; may be given twice.")
    private List<Path> plots = new ArrayList<>();

    /** A command of this shell. */
    public Simulate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        plots.forEach(Plot::requireKnownForm);
        List<Findings> lives = live(plan());
        plots.forEach(file -> Plot.of(lives).write(shell.resolve(file)));
        shell.print(Report.of(lives, plots));
        return ExitCode.OK.number();
    }

    private Plan plan() {
        try {
            return new Plan(seed, days, readers, phones, offline, Couriers.CARRYING);
        } catch (IllegalArgumentException outOfBounds) {
            throw CommandFailure.usage("cli.bad-simulation", outOfBounds.getMessage() + ".");
        }
    }

    /** Runs the life with couriers and the one without beside each other; nothing is shared between them. */
    private List<Findings> live(Plan plan) {
        CryptoSuite suite = shell.primitives().suite(Suite.X25519);
        AtomicInteger daysOver = new AtomicInteger();
        List<CompletableFuture<Findings>> lives = Stream.of(Couriers.values())
                .map(couriers -> CompletableFuture.supplyAsync(
                        () -> new SimulatedSite(plan.with(couriers), suite, Statements.exposure())
                                .live(day -> daysOver.incrementAndGet())))
                .toList();
        await(lives, daysOver);
        try {
            return lives.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof BoundBeaten beaten ? beaten(plan, beaten) : failed;
        }
    }

    private void await(List<CompletableFuture<Findings>> lives, AtomicInteger daysOver) {
        CompletableFuture<Void> all = CompletableFuture.allOf(lives.toArray(CompletableFuture<?>[]::new));
        try (Progress progress = shell.progress("days")) {
            while (!all.isDone()) {
                progress.at(daysOver.get(), (long) days * lives.size());
                look(all);
            }
        }
    }

    private static void look(CompletableFuture<Void> all) {
        try {
            all.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException overOrNot) {
            // Whether it went well is asked when all are over.
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw CommandFailure.environment("cli.interrupted", "The simulation was interrupted.");
        }
    }

    private static CommandFailure beaten(Plan plan, BoundBeaten beaten) {
        return CommandFailure.refused(
                "simulation.bound-beaten",
                "A bound did not hold: " + beaten.getMessage() + ". See it again with " + plan.command()
                        + " and report it: this is a defect of Lintel.");
    }
}
