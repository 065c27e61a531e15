package io.lintel.store.file;

import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;

/**
 * The two key pairs that a reader makes itself, and that no artefact carries.
 *
 * @param dh the reader's static DH key pair
 * @param signing the key pair with which it signs receipts
 */
public record ReaderKeys(DhKeyPair dh, SigningKeyPair signing) {}
