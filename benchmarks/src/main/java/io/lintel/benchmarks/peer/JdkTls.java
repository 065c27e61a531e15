package io.lintel.benchmarks.peer;

import io.lintel.benchmarks.peer.TlsPeer.Handshake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * TLS 1.3 by the JDK's own {@link SSLEngine}. Its server writes a ticket (RFC 8446 section 4.6.1) whether or not the phone will
 * come back with it. JDK 17 takes the groups from the property {@value #GROUPS} alone, so whoever measures sets that.
 */
final class JdkTls implements TlsStack {
    /** Names the groups, the first of which the phone makes a key pair for. */
    static final String GROUPS = "jdk.tls.namedGroups";

    private static final String[] CIPHERS = {"TLS_AES_128_GCM_SHA256"};
    private static final char[] NO_PASSWORD = {};

    private final Handshake handshake;
    private final SSLContext phone;
    private final SSLContext reader;

    JdkTls(Handshake handshake, TlsParty phone, TlsParty reader) throws GeneralSecurityException {
        this.handshake = handshake;
        this.phone = context(phone);
        this.reader = context(reader);
    }

    private static SSLContext context(TlsParty party) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (IOException impossible) {
            throw new GeneralSecurityException("an empty key store could not be made", impossible);
        }
        Certificate[] chain = {party.own().certificate()};
        store.setKeyEntry("own", party.own().key(), NO_PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance(VERSION);
        context.init(keys.getKeyManagers(), new TrustManager[] {party.trust()}, null);
        return context;
    }

    /** Without a name and a port the JDK's phone keeps no ticket. */
    @Override
    public SSLEngine phone() {
        SSLEngine engine = handshake == Handshake.RESUMED ? phone.createSSLEngine(HOST, PORT) : phone.createSSLEngine();
        engine.setUseClientMode(true);
        engine.setSSLParameters(parameters());
        return engine;
    }

    @Override
    public SSLEngine reader() {
        SSLEngine engine = reader.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = parameters();
        parameters.setNeedClientAuth(true);
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static SSLParameters parameters() {
        return new SSLParameters(CIPHERS, new String[] {VERSION});
    }

    @Override
    public ByteBuffer buffer(int octets) {
        return ByteBuffer.allocate(octets);
    }

    @Override
    public void release(SSLEngine end) {
        // All of it is on the heap.
    }
}
