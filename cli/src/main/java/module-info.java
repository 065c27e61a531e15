/** The lintel command. */
@org.jspecify.annotations.NullMarked
module io.lintel.cli {
    requires static org.jspecify;
    requires io.lintel.sdk;
    requires io.lintel.store.sql;
    requires io.lintel.store.file;
    requires io.lintel.transport.tcp;
    requires info.picocli;
    requires com.google.zxing;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
}
