package io.lintel.conformance.material;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A site that exists for a trial alone, with the keys that the kit needs to issue credentials while it runs. Whoever has it
 * opens every door of that site: load it into nothing but what is tried.
 *
 * @param suite the primitives of the site's suite
 * @param root the signed root
 * @param issuingKeys the signed issuing keys, of issuing epoch 1
 * @param credentialKey the issuing key for credentials, private half included
 * @param certificateKey the issuing key for readers, private half included
 * @param listKey the issuing key for lists, private half included
 * @param projectKey the project key
 * @param certificate the signed certificate of the one reader
 * @param readerKey that reader's static key pair; empty where the reader made its own
 * @param readerSigningKey that reader's key pair for signatures; empty where the reader made its own
 * @param list the signed revocation list
 * @param listed the credential in the reader's directory
 * @param phone the credential of the phone that is tried
 */
public record Material(
        CryptoSuite suite,
        Bytes root,
        List<Bytes> issuingKeys,
        SigningKeyPair credentialKey,
        SigningKeyPair certificateKey,
        SigningKeyPair listKey,
        ProjectKey projectKey,
        Bytes certificate,
        Optional<DhKeyPair> readerKey,
        Optional<SigningKeyPair> readerSigningKey,
        Bytes list,
        Holder listed,
        Holder phone) {

    /** The list revokes the serials below this one. */
    public static final long BASE_SERIAL = 1000;

    /** The list names this serial. */
    public static final long REVOKED_SERIAL = 2000;

    /** The groups of the reader are this one and the next. */
    public static final int GROUP = 1;

    /** After so many fast taps the reader wants a cold one. */
    public static final int COLD_AFTER_USES = 8;

    /** Copies the list. */
    public Material {
        issuingKeys = List.copyOf(issuingKeys);
    }

    /** Returns what the site vouches for. */
    public ProjectTrust trust() {
        return ProjectTrust.pin(suite, root, issuingKeys);
    }

    /** Returns the reader's certificate, verified. */
    public ReaderCertificate reader() {
        return trust().verifyReaderCertificateAsIssued(certificate).value();
    }

    /**
     * Returns what that reader says to everybody around over Bluetooth.
     *
     * @param psm where it accepts L2CAP channels, or 0 for GATT alone
     * @param powerAtOneMetre the signal in dBm that a phone measures one metre away, -127 to 20
     */
    public ReaderAdvertisement advertisement(int psm, int powerAtOneMetre) {
        return new ReaderAdvertisement(
                trust().project().tag(),
                OpenerHeader.readerTag(suite, reader().dhKey()),
                psm,
                powerAtOneMetre,
                Set.of());
    }

    /** Returns the list, verified. */
    public RevocationList revocationList() {
        return trust().verifyListAsIssued(list).value();
    }

    /** Issues a credential to a new holder key. */
    public Holder issue(CredentialTerms terms) {
        DhKeyPair key = suite.generateDhKeyPair();
        return new Holder(key, sign(terms, key.publicKey().encoded()));
    }

    /** Issues a credential to a holder key. */
    public Bytes sign(CredentialTerms terms, Bytes holderKey) {
        return new StatementSigner(suite)
                .sign(credentialKey.privateKey(), terms.of(trust().project(), holderKey))
                .bytes();
    }

    /** Issues a certificate to another reader of the site, which nobody has met. */
    public Bytes certify(Bytes readerKey) {
        ReaderCertificate known = reader();
        return new StatementSigner(suite)
                .sign(
                        certificateKey.privateKey(),
                        new ReaderCertificate(
                                known.project(),
                                known.issuingEpoch(),
                                known.readerNumber() + 1,
                                readerKey,
                                suite.generateSigningKeyPair().publicKey().encoded(),
                                known.groups(),
                                known.technology(),
                                known.issued(),
                                known.expires()))
                .bytes();
    }

    /** Names the site and shows no key. */
    @Override
    public String toString() {
        return "Material[" + trust().project() + "]";
    }
}
