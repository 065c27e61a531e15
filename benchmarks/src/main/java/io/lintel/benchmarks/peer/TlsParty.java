package io.lintel.benchmarks.peer;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * One side: who it is, and the one that it knows. It knows the other by the very octets of a certificate, as a tap's sides
 * know each other beforehand. No path is built and no issuer's signature checked, so that a handshake costs each side no
 * more than one signature made and one checked.
 */
public record TlsParty(TlsIdentity own, X509Certificate known) {

    /** Returns what refuses all others. */
    public X509ExtendedTrustManager trust() {
        return new Pinned(known);
    }

    private static final class Pinned extends X509ExtendedTrustManager {
        private final byte[] known;

        Pinned(X509Certificate known) {
            this.known = encoded(known);
        }

        private static byte[] encoded(X509Certificate certificate) {
            try {
                return certificate.getEncoded();
            } catch (CertificateException malformed) {
                throw new IllegalArgumentException("a certificate cannot be encoded", malformed);
            }
        }

        private void require(X509Certificate[] chain) throws CertificateException {
            if (!Arrays.equals(known, encoded(chain[0]))) {
                throw new CertificateException("another certificate than the one that is known");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            require(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
