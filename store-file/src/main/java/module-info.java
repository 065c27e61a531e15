/** The wallet's storage port on files. */
@org.jspecify.annotations.NullMarked
module io.lintel.store.file {
    requires static org.jspecify;
    requires transitive io.lintel.protocol;
}
