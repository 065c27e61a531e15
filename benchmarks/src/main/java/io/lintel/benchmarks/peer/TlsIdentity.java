package io.lintel.benchmarks.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A key on P-256 and the shortest certificate for it (RFC 5280 section 4.1): self-signed, a name of one letter's worth, no
 * extension. Whoever knows it needs no more, and it makes the peer's messages as short as they can be.
 */
public record TlsIdentity(PrivateKey key, X509Certificate certificate) {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LASTING = Duration.ofDays(3650);

    /** Makes a key and its certificate. */
    public static TlsIdentity of(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        try {
            byte[] encoded = signed(body(name, pair), pair.getPrivate());
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return new TlsIdentity(pair.getPrivate(), (X509Certificate)
                    factory.generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (IOException impossible) {
            throw new GeneralSecurityException("a certificate could not be encoded", impossible);
        }
    }

    private static TBSCertificate body(String name, KeyPair pair) {
        X500Name both = new X500Name("CN=" + name);
        V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(1));
        body.setSignature(algorithm());
        body.setIssuer(both);
        body.setSubject(both);
        body.setStartDate(new Time(Date.from(FROM)));
        body.setEndDate(new Time(Date.from(FROM.plus(LASTING))));
        body.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        return body.generateTBSCertificate();
    }

    private static byte[] signed(TBSCertificate body, PrivateKey key) throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(body.getEncoded(ASN1Encoding.DER));
        ASN1Encodable[] parts = {body, algorithm(), new DERBitString(signature.sign())};
        return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    }

    private static AlgorithmIdentifier algorithm() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }
}
