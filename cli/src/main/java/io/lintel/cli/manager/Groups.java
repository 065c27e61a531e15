package io.lintel.cli.manager;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.IssueCredential;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that match credentials with readers. */
public final class Groups {
    @Option(
            names = "--group",
            paramLabel = "NUMBER",
            split = ",",
            description =
                    "Reader groups, 1 to 16383, at most 8. A credential opens the readers that share one. Default: 1.")
    private Set<Integer> groups = new LinkedHashSet<>();

    @Option(
            names = "--technology",
            paramLabel = "COLOUR",
            description = "${COMPLETION-CANDIDATES}. A credential opens readers of its own colour. Default: none.")
    private Technology technology = Technology.NONE;

    /** The groups. */
    public Set<Integer> groups() {
        return groups.isEmpty() ? IssueCredential.ONLY_GROUP : groups;
    }

    /** The colour. */
    public Technology technology() {
        return technology;
    }
}
