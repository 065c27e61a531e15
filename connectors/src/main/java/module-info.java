/** SMTP and webhook adapters of the notification and event ports. */
@org.jspecify.annotations.NullMarked
module io.lintel.connectors {
    requires static org.jspecify;
    requires transitive io.lintel.sdk;
    requires com.google.zxing;
    requires jakarta.mail;
    requires java.net.http;
    requires org.eclipse.angus.mail;

    exports io.lintel.connectors;
}
