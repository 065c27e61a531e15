/** Sans-IO sessions of tap, activation, check-in and link, both sides; credential, policy, wallet, reader runtime; ports. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the conformance kit is built later
module io.lintel.protocol {
    requires static org.jspecify;
    requires transitive io.lintel.crypto;
    requires com.google.protobuf;
    requires org.slf4j;

    exports io.lintel.protocol;
    exports io.lintel.protocol.activation;
    exports io.lintel.protocol.checkin;
    exports io.lintel.protocol.link;
    exports io.lintel.protocol.output;
    exports io.lintel.protocol.phone;
    exports io.lintel.protocol.reader;
    exports io.lintel.protocol.revocation;
    exports io.lintel.protocol.serials;
    exports io.lintel.protocol.statement;
    exports io.lintel.protocol.tap;
    // The kit makes messages that no session of ours would.
    exports io.lintel.protocol.wire to
            io.lintel.conformance;
}
