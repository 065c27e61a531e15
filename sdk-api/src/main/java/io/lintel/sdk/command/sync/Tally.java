package io.lintel.sdk.command.sync;

import io.lintel.sdk.command.Facts;
import io.lintel.sdk.sync.Difference;
import io.lintel.sdk.sync.FieldChange;
import io.lintel.sdk.sync.ImportCounts;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.sdk.sync.ImportProgress;
import java.util.ArrayList;
import java.util.List;

/** Counts what an import does, keeps the first differences, and reports the progress. */
public final class Tally {

    private final ImportProgress progress;
    private final ImportProgress.Phase phase;
    private final List<Difference> differences = new ArrayList<>();
    private long entries;
    private long added;
    private long changed;
    private long unchanged;
    private long absent;
    private long removed;

    public Tally(ImportProgress progress, ImportProgress.Phase phase) {
        this.progress = progress;
        this.phase = phase;
    }

    /** One more entry was looked at, good or bad. */
    public void entry() {
        entries++;
        if (entries % ImportProgress.STEP == 0) {
            progress.at(phase, entries);
        }
    }

    /** There are no more entries. */
    public void end() {
        progress.at(phase, entries);
    }

    public void added(long line, String name) {
        added++;
        keep(Difference.Kind.ADDED, line, 0, name, List.of());
    }

    public void changed(long line, long number, String name, List<FieldChange> fields) {
        changed++;
        keep(Difference.Kind.CHANGED, line, number, name, fields);
    }

    public void unchanged() {
        unchanged++;
    }

    public void absent() {
        absent++;
    }

    public void removed(long number, String name) {
        removed++;
        keep(Difference.Kind.REMOVED, 0, number, name, List.of());
    }

    public ImportCounts counts() {
        return new ImportCounts(added, changed, unchanged, absent, removed);
    }

    public ImportPlan plan() {
        return new ImportPlan(counts(), differences);
    }

    /** What a repetition of the import is told. */
    public static Facts facts(ImportCounts counts) {
        return Facts.none()
                .with("added", counts.added())
                .with("changed", counts.changed())
                .with("unchanged", counts.unchanged())
                .with("absent", counts.absent())
                .with("removed", counts.removed());
    }

    public static ImportCounts counts(Facts facts) {
        return new ImportCounts(
                facts.number("added"),
                facts.number("changed"),
                facts.number("unchanged"),
                facts.number("absent"),
                facts.number("removed"));
    }

    private void keep(Difference.Kind kind, long line, long number, String name, List<FieldChange> fields) {
        if (differences.size() < ImportPlan.MAX_DIFFERENCES) {
            differences.add(new Difference(kind, line, number, name, fields));
        }
    }
}
