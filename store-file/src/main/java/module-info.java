/** The storage ports of wallet and reader on files. */
@org.jspecify.annotations.NullMarked
module io.lintel.store.file {
    requires static transitive org.jspecify;
    requires transitive io.lintel.protocol;
    requires org.slf4j;

    exports io.lintel.store.file;
}
