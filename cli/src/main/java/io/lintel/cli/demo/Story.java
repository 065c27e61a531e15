package io.lintel.cli.demo;

import io.lintel.cli.shell.Shell;
import java.nio.file.Path;

/** The story, in its order. Each chapter is a few steps with the same people. */
final class Story {
    private final Shell shell;
    private final Cast cast;
    private final Path directory;
    private final Teller teller;

    Story(Shell shell, Cast cast, Path directory, Teller teller) {
        this.shell = shell;
        this.cast = cast;
        this.directory = directory;
        this.teller = teller;
    }

    /** Tells it until its end, or until a step that everything after it needs has failed. */
    void tell(String suite) {
        try {
            Town town = new Town(cast, directory, suite);
            Issuing issuing = new Issuing(town, teller, shell);
            issuing.tell();
            Tapping tapping = new Tapping(town, teller);
            tapping.tell();
            new Attacks(town, teller, shell, tapping).tell();
            new Ending(town, teller, shell, issuing).tell();
        } catch (StoryException e) {
            // The step that failed has been told.
        }
    }
}
