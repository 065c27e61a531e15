/** The lintel command. */
@org.jspecify.annotations.NullMarked
module io.lintel.cli {
    requires static org.jspecify;
    requires io.lintel.conformance;
    requires io.lintel.connectors;
    requires io.lintel.sdk;
    requires io.lintel.store.sql;
    requires io.lintel.store.file;
    requires io.lintel.transport.bluez;
    requires io.lintel.transport.tcp;
    requires info.picocli;
    requires com.google.zxing;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.desktop;
    requires xchart;
    requires org.slf4j;

    opens io.lintel.cli to
            info.picocli;
    opens io.lintel.cli.bench to
            info.picocli;
    opens io.lintel.cli.site to
            info.picocli;
    opens io.lintel.cli.notification to
            info.picocli;
    opens io.lintel.cli.person to
            info.picocli;
    opens io.lintel.cli.credit to
            info.picocli;
    opens io.lintel.cli.conformance to
            info.picocli;
    opens io.lintel.cli.credential to
            info.picocli;
    opens io.lintel.cli.demo to
            info.picocli;
    opens io.lintel.cli.distributor to
            info.picocli;
    opens io.lintel.cli.event to
            info.picocli;
    opens io.lintel.cli.key to
            info.picocli;
    opens io.lintel.cli.login to
            info.picocli;
    opens io.lintel.cli.manager to
            info.picocli;
    opens io.lintel.cli.profile to
            info.picocli;
    opens io.lintel.cli.reader to
            info.picocli;
    opens io.lintel.cli.shell to
            info.picocli;
    opens io.lintel.cli.simulation to
            info.picocli;
    opens io.lintel.cli.statistics to
            info.picocli;
    opens io.lintel.cli.store to
            info.picocli;
    opens io.lintel.cli.support to
            info.picocli;
    opens io.lintel.cli.wallet to
            info.picocli;
}
