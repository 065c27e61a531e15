package io.lintel.sdk.model;

import java.io.Serializable;

/**
 * What is wrong with one line of a file, without the values in it: they may be personal data.
 *
 * @param line from 1; of an entry that takes several lines, the first. For a list that is no file, the place of the entry
 * @param what a sentence that names the field and says what to do
 */
public record LineProblem(long line, String what) implements Serializable {

    @Override
    public String toString() {
        return "line " + line + ": " + what;
    }
}
