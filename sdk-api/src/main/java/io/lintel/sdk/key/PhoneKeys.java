package io.lintel.sdk.key;

import java.time.Instant;

/**
 * What keys a credential's phone holds by its own word, in its activation or its newest check-in.
 *
 * @param serial the credential
 * @param keyEpoch its newest project key, 0 for none known
 * @param issuingKeys the issuing epoch up to which it holds all keys, 0 for none known
 * @param credential the issuing epoch of the credential's statement that it holds, 0 for none known
 * @param listEpoch the epoch of its revocation list, 0 for none known
 * @param said when it said so
 */
public record PhoneKeys(long serial, int keyEpoch, int issuingKeys, int credential, long listEpoch, Instant said) {}
