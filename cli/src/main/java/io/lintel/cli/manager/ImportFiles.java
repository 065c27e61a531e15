package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Progress;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.sync.Difference;
import io.lintel.sdk.sync.ImportCounts;
import io.lintel.sdk.sync.ImportFile;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.sdk.sync.ImportProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the imports of files have in common. */
public final class ImportFiles {
    private ImportFiles() {}

    /** A file that a person named. */
    public static ImportFile open(Shell shell, Path file) {
        Path path = shell.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw CommandFailure.environment("cli.no-such-file", "There is no file " + file + ". Check its name.");
        }
        return ImportFile.of(path);
    }

    /** Shows how far an import is. */
    public static ImportProgress shownBy(Progress progress) {
        return (phase, entries) -> progress.at(entries, 0);
    }

    /** Tells what an import would do. */
    public static Answer answer(ImportPlan plan) {
        Answer answer = Answer.saying("Nothing was changed. The import would do this: " + text(plan.counts()) + ".");
        plan.differences().forEach(difference -> answer.line("  " + difference.describe()));
        return counts(answer, plan.counts())
                .fact("dryRun", true)
                .fact(
                        "differences",
                        plan.differences().stream().map(ImportFiles::facts).toList());
    }

    /** Tells what an import did. */
    public static Answer answer(ImportCounts counts) {
        return counts(Answer.saying("Imported: " + text(counts) + "."), counts).fact("dryRun", false);
    }

    private static Answer counts(Answer answer, ImportCounts counts) {
        return answer.fact("added", counts.added())
                .fact("changed", counts.changed())
                .fact("unchanged", counts.unchanged())
                .fact("absent", counts.absent())
                .fact("removed", counts.removed());
    }

    private static String text(ImportCounts counts) {
        return counts.added() + " added, " + counts.changed() + " changed, " + counts.unchanged() + " unchanged, "
                + counts.removed() + " removed, " + counts.absent() + " not in the file and left alone";
    }

    private static Map<String, Object> facts(Difference difference) {
        return Map.of(
                "line", difference.line(),
                "number", difference.number(),
                "what", difference.describe());
    }
}
