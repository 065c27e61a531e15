package io.lintel.transport.bluez;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.tools.ExecFileLoader;

/** Lists the lines that the cases of the test bed did not run, from what JaCoCo recorded in the guest. */
public final class Unreached {

    private Unreached() {}

    /** Takes the directory of the classes, and JaCoCo's record of one run or of several. */
    public static void main(String[] arguments) throws IOException {
        ExecFileLoader record = new ExecFileLoader();
        for (String run : List.of(arguments).subList(1, arguments.length)) {
            record.load(new File(run));
        }
        CoverageBuilder coverage = new CoverageBuilder();
        new Analyzer(record.getExecutionDataStore(), coverage).analyzeAll(new File(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int unreached = 0;
        int all = 0;
        for (ISourceFileCoverage file : coverage.getSourceFiles().stream()
                .sorted(Comparator.comparing(ISourceFileCoverage::getName))
                .toList()) {
            unreached += file.getLineCounter().getMissedCount();
            all += file.getLineCounter().getTotalCount();
            if (file.getLineCounter().getMissedCount() > 0) {
                out.println(file.getName() + ": " + String.join(", ", runs(file)));
            }
        }
        out.println("test bed: " + unreached + " of " + all + " lines not reached");
    }

    private static List<String> runs(ISourceFileCoverage file) {
        List<String> runs = new ArrayList<>();
        int first = 0;
        int last = 0;
        // One past the end closes the last run. Lines without code neither break a run nor begin one.
        for (int line = file.getFirstLine(); line <= file.getLastLine() + 1; line++) {
            int status = file.getLine(line).getStatus();
            if (status == ICounter.NOT_COVERED) {
                first = first == 0 ? line : first;
                last = line;
            } else if (first > 0 && (status != ICounter.EMPTY || line > file.getLastLine())) {
                runs.add(first == last ? Integer.toString(first) : first + "-" + last);
                first = 0;
            }
        }
        return runs;
    }
}
