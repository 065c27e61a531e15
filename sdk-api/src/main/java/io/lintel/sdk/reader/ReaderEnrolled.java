package io.lintel.sdk.reader;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;

/**
 * A reader that has a certificate now. Its configuration is exported by a command of its own.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param certificate the exact signed octets
 */
public record ReaderEnrolled(CustomerId customer, int reader, Bytes certificate) {}
