package io.lintel.cli.demo;

import io.lintel.cli.shell.Shell;

/** The story, in its order. Each chapter is a few steps with the same people. */
final class Story {
    private final Town town;
    private final Teller teller;
    private final Shell shell;

    Story(Town town, Teller teller, Shell shell) {
        this.town = town;
        this.teller = teller;
        this.shell = shell;
    }

    /** Tells it until its end, or until a step that everything after it needs has failed. */
    void tell() {
        try {
            Founding founding = new Founding(town, teller);
            founding.tell();
            Issuing issuing = new Issuing(town, teller, shell);
            issuing.tell();
            Tapping tapping = new Tapping(town, teller);
            tapping.tell();
            new Attacks(town, teller, shell, tapping).tell();
            new OfflineDoor(town, teller).tell();
            new Ending(town, teller, shell, issuing).tell();
            new Accounting(town, teller, founding.distributor()).tell();
        } catch (StoryException e) {
            // The step that failed has been told.
        }
    }
}
