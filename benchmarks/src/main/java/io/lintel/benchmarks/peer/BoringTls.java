package io.lintel.benchmarks.peer;

import io.lintel.benchmarks.peer.TlsPeer.Handshake;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.internal.tcnative.SSL;
import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * TLS 1.3 by BoringSSL, as Netty brings it ({@code netty-tcnative-boringssl-static}). The reader writes tickets (RFC 8446
 * section 4.6.1) only where the phone is to come back with them; BoringSSL then writes two.
 */
final class BoringTls implements TlsStack {
    private static final ByteBufAllocator BUFFERS = UnpooledByteBufAllocator.DEFAULT;

    private final Handshake handshake;
    private final SslContext phone;
    private final SslContext reader;

    BoringTls(Handshake handshake, TlsParty phone, TlsParty reader) throws SSLException {
        this.handshake = handshake;
        this.phone = BoringContexts.phone(phone);
        this.reader = BoringContexts.reader(reader.own(), reader.trust());
    }

    @Override
    public SSLEngine phone() {
        return phone.newEngine(BUFFERS, HOST, PORT);
    }

    @Override
    public SSLEngine reader() {
        SSLEngine engine = reader.newEngine(BUFFERS);
        if (handshake == Handshake.FULL) {
            SSL.setOptions(((ReferenceCountedOpenSslEngine) engine).sslPointer(), SSL.SSL_OP_NO_TICKET);
        }
        return engine;
    }

    @Override
    public ByteBuffer buffer(int octets) {
        return ByteBuffer.allocateDirect(octets);
    }

    @Override
    public void release(SSLEngine end) {
        ReferenceCountUtil.release(end);
    }
}
