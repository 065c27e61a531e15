package io.lintel.sdk.access;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;

/**
 * How far the events of one reader have come: what tells a repetition from a new one. A reader numbers its events from 1
 * within a series, and begins another series when it has lost the one before.
 *
 * @param customer whose reader
 * @param readerKey fingerprint of the reader's key, 32 octets: a reader that was reset counts anew
 * @param series the series, 8 octets
 * @param highest the highest number that is kept, or known to be lost; 0 before the first
 * @param lost how many the reader could not keep until it told them
 */
public record EventProgress(CustomerId customer, Bytes readerKey, Bytes series, long highest, long lost) {}
