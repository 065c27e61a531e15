package io.lintel.sdk.command.sync;

import io.lintel.sdk.model.LineProblem;
import io.lintel.sdk.model.ManagerException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file: every bad line is counted, and the first ones are kept. */
public final class Problems {

    private final List<LineProblem> first = new ArrayList<>();
    private long total;

    public void add(long line, String what) {
        total++;
        if (first.size() < ManagerException.BadFile.MAX_PROBLEMS) {
            first.add(new LineProblem(line, what));
        }
    }

    /** Refuses the file if there is anything. */
    public void require() {
        if (total > 0) {
            throw new ManagerException.BadFile(first, total);
        }
    }
}
