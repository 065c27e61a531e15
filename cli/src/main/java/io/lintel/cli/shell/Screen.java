package io.lintel.cli.shell;

/**
 * What the terminal can show, as the script {@code lintel} found it.
 *
 * @param columns how many characters fit in a line of standard output, 0 where nobody knows: a file has no width
 * @param rewritable whether standard error is a terminal, whose last line can be written over
 */
public record Screen(int columns, boolean rewritable) {
    /** No terminal. */
    public static final Screen NONE = new Screen(0, false);

    private static final String COLUMNS_PROPERTY = "lintel.columns";
    private static final String REWRITABLE_PROPERTY = "lintel.terminal";

    static Screen ofThisProcess() {
        return new Screen(Integer.getInteger(COLUMNS_PROPERTY, 0), Boolean.getBoolean(REWRITABLE_PROPERTY));
    }
}
