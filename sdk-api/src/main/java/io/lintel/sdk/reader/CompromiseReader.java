package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;

/**
 * Reports that somebody else may hold a reader's keys, such as after a theft. There is no way back: what was reported by mistake
 * is reset, so that it makes new keys, and enrolled as another reader.
 *
 * @param customer whose reader
 * @param reader its number, also that of a reader that was removed
 */
public record CompromiseReader(CustomerId customer, int reader) {}
