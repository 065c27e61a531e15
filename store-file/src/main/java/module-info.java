/** The wallet's storage port on files. */
@org.jspecify.annotations.NullMarked
module io.lintel.store.file {
    requires static transitive org.jspecify;
    requires transitive io.lintel.protocol;

    exports io.lintel.store.file;
}
