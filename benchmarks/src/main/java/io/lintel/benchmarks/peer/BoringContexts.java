package io.lintel.benchmarks.peer;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;

/**
 * TLS 1.3 by BoringSSL, as Netty brings it ({@code netty-tcnative-boringssl-static}), set to the least that does the job. A
 * reader's writes tickets (RFC 8446 section 4.6.1), two for each connection.
 */
public final class BoringContexts {
    private BoringContexts() {}

    /** Returns that of phones; a ticket goes by the name and port that a connection is made for. */
    public static SslContext phone(TlsParty party) throws SSLException {
        return alike(SslContextBuilder.forClient()
                        .keyManager(party.own().key(), party.own().certificate())
                        .endpointIdentificationAlgorithm("") // the certificate is known, whatever its name
                        .trustManager(party.trust()))
                .build();
    }

    /** Returns that of a reader, which requires client certificates and asks {@code trust} about them. */
    public static SslContext reader(TlsIdentity own, X509TrustManager trust) throws SSLException {
        return alike(SslContextBuilder.forServer(own.key(), own.certificate())
                        .clientAuth(ClientAuth.REQUIRE)
                        .trustManager(trust))
                .build();
    }

    private static SslContextBuilder alike(SslContextBuilder builder) {
        return builder.sslProvider(SslProvider.OPENSSL_REFCNT)
                .protocols(TlsStack.VERSION)
                .option(OpenSslContextOption.GROUPS, new String[] {"X25519"});
    }
}
