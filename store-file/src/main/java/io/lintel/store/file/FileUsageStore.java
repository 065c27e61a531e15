package io.lintel.store.file;

import io.lintel.protocol.phone.Usage;
import io.lintel.protocol.phone.Usage.Counting;
import io.lintel.protocol.phone.UsageStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.statement.ProjectId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an app counts, in files beside the wallet's. Thread-safe; several processes may share the directory. */
public final class FileUsageStore implements UsageStore {
    private static final String SUFFIX = ".usage";

    private final DurableDirectory directory;
    private final DirectoryLock lock;

    private FileUsageStore(DurableDirectory directory) {
        this.directory = directory;
        this.lock = new DirectoryLock(directory);
    }

    /**
     * Opens the counts of the wallet in {@code directory}, which is made if it is not there.
     *
     * @throws WalletStoreException if the directory cannot be had
     */
    public static FileUsageStore open(Path directory) {
        return WalletFailures.translated(
                () -> new FileUsageStore(WalletPlaces.openNotBackedUp(WalletPlaces.notBackedUp(directory))));
    }

    @Override
    public Optional<Usage> usage(ProjectId project) {
        String name = name(project);
        return WalletFailures.translated(
                () -> directory.read(FileKind.USAGE, name).map(content -> decode(content, directory.path(name))));
    }

    @Override
    public void saveUsage(ProjectId project, Usage usage) {
        WalletFailures.translated(() -> lock.whileHeld(() -> {
            directory.write(FileKind.USAGE, name(project), content(usage));
            return true;
        }));
    }

    private static byte[] content(Usage usage) {
        try (ContentWriter out = new ContentWriter()) {
            out.int32(usage.counting() == Counting.ON ? 1 : 0)
                    .int64(usage.activations())
                    .int64(usage.restarts())
                    .int64(usage.daysUsed())
                    .int64(usage.failedConnections())
                    .int64(usage.successfulConnections())
                    .int64(usage.triggers())
                    .list(usage.lastDayUsed().map(List::of).orElse(List.of()), day -> out.int64(day.toEpochDay()))
                    .list(usage.lastReport().map(List::of).orElse(List.of()), at -> out.int64(at.getEpochSecond()));
            return out.content();
        }
    }

    static Usage decode(byte[] content, Path file) {
        return ContentReader.read(content, file, FileUsageStore::read);
    }

    private static Usage read(ContentReader in) {
        return new Usage(
                in.int32() == 1 ? Counting.ON : Counting.OFF,
                in.int64(),
                in.int64(),
                in.int64(),
                in.int64(),
                in.int64(),
                in.int64(),
                in.list(() -> LocalDate.ofEpochDay(in.int64())).stream().findFirst(),
                in.list(() -> Instant.ofEpochSecond(in.int64())).stream().findFirst());
    }

    private static String name(ProjectId project) {
        return project.value().toHex() + SUFFIX;
    }
}
