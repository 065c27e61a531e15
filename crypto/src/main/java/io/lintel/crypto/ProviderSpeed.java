package io.lintel.crypto;

import java.util.OptionalLong;

/**
 * How long one provider takes for one operation of a primitive on this machine, now.
 *
 * @param primitive what was measured
 * @param provider by whom
 * @param nanosPerOperation absent where the provider cannot be used
 * @param remark the operation that was measured, or why the provider cannot be used; for people
 */
public record ProviderSpeed(
        Primitive primitive, CryptoProvider provider, OptionalLong nanosPerOperation, String remark) {}
