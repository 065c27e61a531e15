package io.lintel.cli.simulation;

/** A reader's power went while it wrote. */
final class PowerLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PowerLost() {
        super("the reader lost power", null, false, false);
    }
}
