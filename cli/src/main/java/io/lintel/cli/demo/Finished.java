package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A command that has ended.
 *
 * @param exitCode its exit status
 * @param lines what it printed, one JSON object per line
 * @param complaint what it printed as its failure; empty if it did not fail
 */
record Finished(int exitCode, List<JsonNode> lines, String complaint) {

    /** The only, or last, object that was printed. */
    JsonNode answer() {
        if (lines.isEmpty()) {
            throw new StoryException("the command ended with status " + exitCode + " and said: " + complaint);
        }
        return lines.get(lines.size() - 1);
    }

    /** The answer of a command that has to succeed. */
    JsonNode orFail() {
        if (exitCode != 0) {
            throw new StoryException("the command ended with status " + exitCode + " and said: " + complaint);
        }
        return answer();
    }
}
