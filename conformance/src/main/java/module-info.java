/** Test kit that an implementer points at a foreign reader or phone. */
@org.jspecify.annotations.NullMarked
module io.lintel.conformance {
    requires static org.jspecify;
    requires transitive io.lintel.transport.tcp;
    requires transitive io.lintel.transport.ble;
    requires java.xml;

    exports io.lintel.conformance;
    exports io.lintel.conformance.material;
}
