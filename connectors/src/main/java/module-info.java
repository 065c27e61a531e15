/** SMTP and webhook adapters of the notification and event ports. */
@org.jspecify.annotations.NullMarked
module io.lintel.connectors {
    requires static org.jspecify;
    requires transitive io.lintel.sdk;
}
