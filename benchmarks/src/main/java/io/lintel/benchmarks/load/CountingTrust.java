package io.lintel.benchmarks.load;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.X509TrustManager;

/** Counts the certificates that it is asked about: a handshake that is resumed brings none. Thread-safe. */
final class CountingTrust implements X509TrustManager {
    private final X509TrustManager trust;
    private final AtomicLong asked = new AtomicLong();

    CountingTrust(X509TrustManager trust) {
        this.trust = trust;
    }

    /** How many handshakes were full ones. */
    long full() {
        return asked.get();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        asked.incrementAndGet();
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a reader dials nobody");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
