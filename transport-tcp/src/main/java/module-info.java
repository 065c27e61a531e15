/** Reader server, phone client and manager endpoint over TCP, on Netty. */
@org.jspecify.annotations.NullMarked
module io.lintel.transport.tcp {
    requires static transitive org.jspecify;
    requires transitive io.lintel.protocol;
    requires io.netty.common;
    requires io.netty.buffer;
    requires transitive io.netty.transport;
    requires io.netty.codec;
    requires io.netty.handler;
    requires org.slf4j;

    exports io.lintel.transport.session;
    exports io.lintel.transport.tcp;
}
