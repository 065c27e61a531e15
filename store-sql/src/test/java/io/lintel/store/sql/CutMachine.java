package io.lintel.store.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A virtual machine with a {@link CutManager} and a disk, whose power is cut: its process is killed. */
final class CutMachine {

    private static final long DISK_OCTETS = 256L << 20;

    /** Half a minute is usual; on a processor that many share it takes as many times as long. */
    private static final Duration MOST_TIME_TO_WORK = Duration.ofMinutes(15);

    private final Path directory;
    private final Path heard;
    private final List<String> command;

    CutMachine(Path directory, List<String> command) {
        this.directory = directory;
        this.heard = directory.resolve("heard");
        this.command = List.copyOf(command);
    }

    /**
     * What came of one boot.
     *
     * @param loss what its verdict found to be missing, in which case it did not go on to work
     * @param failure what broke while it worked
     * @param confirmed how much it confirmed before the cut
     */
    record Life(Optional<String> loss, Optional<String> failure, int confirmed) {}

    /** Gives it an empty disk, and commits that wait for this disk or do not. */
    void renew(boolean flushing) throws IOException {
        Files.deleteIfExists(heard);
        Files.deleteIfExists(directory.resolve("disk"));
        try (RandomAccessFile disk =
                new RandomAccessFile(directory.resolve("disk").toFile(), "rw")) {
            disk.setLength(DISK_OCTETS);
        }
        Files.writeString(directory.resolve("flushing"), Boolean.toString(flushing));
    }

    /** Boots it, lets it confirm so much and work for so long after that, and cuts its power. */
    Life runUntilCut(int enough, Duration more) throws IOException, InterruptedException {
        Process machine = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread orphan = new Thread(machine::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(orphan);
        try {
            return life(listen(machine, enough, more), enough);
        } finally {
            machine.destroyForcibly().waitFor();
            Runtime.getRuntime().removeShutdownHook(orphan);
        }
    }

    private static List<String> listen(Process machine, int enough, Duration more) throws IOException {
        List<String> said = new ArrayList<>();
        int confirmed = 0;
        ScheduledExecutorService power = Executors.newSingleThreadScheduledExecutor();
        // Through the handle, which leaves the pipe open: what is in it was confirmed, too.
        Runnable cut = () -> machine.toHandle().destroyForcibly();
        ScheduledFuture<?> tooLate = power.schedule(cut, MOST_TIME_TO_WORK.toSeconds(), TimeUnit.SECONDS);
        try (BufferedReader output = machine.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                confirmed += line.endsWith(BusyManager.END) ? 1 : 0;
                if (confirmed >= enough && tooLate.cancel(false)) {
                    var unused = power.schedule(cut, more.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } finally {
            power.shutdownNow();
        }
        return said;
    }

    /** The first line is the name of a new database, or the verdict on the one that was there: anything else is no life at all. */
    private Life life(List<String> said, int enough) throws IOException {
        boolean first = !Files.exists(heard);
        String opening = said.isEmpty() ? "" : said.get(0);
        boolean lost = opening.startsWith(CutManager.LOST);
        List<String> work = said.subList(Math.min(1, said.size()), said.size());
        Optional<String> failure = lost ? Optional.empty() : loss(work);
        List<String> confirmed =
                work.stream().filter(line -> line.endsWith(BusyManager.END)).toList();
        if (first) {
            require(opening.startsWith(CutManager.CUSTOMER), "did not begin with an empty database: " + opening);
            require(failure.isEmpty(), "broke before the first cut: " + failure.orElse(""));
        } else {
            require(lost || opening.equals(CutManager.KEPT), "did not say whether all was kept: " + opening);
        }
        require(lost || failure.isPresent() || confirmed.size() >= enough, "did not come to work");
        Files.write(
                heard,
                first ? Stream.concat(Stream.of(opening), confirmed.stream()).toList() : confirmed,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return new Life(lost ? loss(said) : Optional.empty(), failure, confirmed.size());
    }

    private static Optional<String> loss(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(CutManager.LOST))
                .map(line -> line.substring(CutManager.LOST.length()))
                .findFirst();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("the machine " + otherwise + "; its logs are in " + directory);
        }
    }
}
