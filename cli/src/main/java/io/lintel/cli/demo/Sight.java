package io.lintel.cli.demo;

import java.util.Map;

/**
 * What was seen in a step.
 *
 * @param text for people
 * @param asExpected whether it is what had to be seen
 * @param facts for programs
 */
record Sight(String text, boolean asExpected, Map<String, Object> facts) {

    static Sight of(String text, boolean asExpected) {
        return new Sight(text, asExpected, Map.of());
    }
}
