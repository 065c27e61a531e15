/** Reader server, phone client and manager endpoint over TCP, on Netty. */
@org.jspecify.annotations.NullMarked
module io.lintel.transport.tcp {
    requires static org.jspecify;
    requires transitive io.lintel.protocol;
    requires io.netty.common;
    requires io.netty.buffer;
    requires io.netty.transport;
    requires io.netty.codec;
    requires io.netty.handler;
    requires org.slf4j;
}
