package io.lintel.protocol.reader;

import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Signed;

/**
 * Who a reader is: the keys that it made itself and the certificate that names them.
 *
 * @param dh the reader's static DH key pair, Noise's {@code s}
 * @param signing the key pair with which it signs receipts
 * @param certificate the verified certificate
 */
public record ReaderIdentity(DhKeyPair dh, SigningKeyPair signing, Signed<ReaderCertificate> certificate) {
    public ReaderIdentity {
        ReaderCertificate named = certificate.value();
        if (!named.dhKey().equals(dh.publicKey().encoded())
                || !named.signingKey().equals(signing.publicKey().encoded())) {
            throw new IllegalArgumentException("the certificate names other keys than this reader's; enroll it again");
        }
    }
}
