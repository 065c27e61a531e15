package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    /** The result of a tap; behind it may stand what the phone carried. */
    JsonNode tapped() {
        return lines.stream().filter(line -> line.has("result")).findFirst().orElseGet(this::answer);
    }

    /** What the phone carried behind a tap; an empty object if nothing. */
    JsonNode carried() {
        return lines.stream()
                .filter(line -> line.path("event").asText().equals("courier"))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** The answer of a command that has to succeed. */
    JsonNode orFail() {
        if (exitCode != 0) {
            throw new StoryException("the command ended with status " + exitCode + " and said: " + complaint);
        }
        return answer();
    }
}
