package io.lintel.crypto;

import java.util.List;

/**
 * Which provider serves a primitive, and why.
 *
 * @param primitive what is served
 * @param provider by whom
 * @param version the provider's name and version, for people
 * @param reason why this one, a sentence part for people
 * @param skipped those that rank higher or were asked for, and could not be used
 */
public record ProviderChoice(
        Primitive primitive, CryptoProvider provider, String version, String reason, List<Skipped> skipped) {
    /** Copies the list. */
    public ProviderChoice {
        skipped = List.copyOf(skipped);
    }

    /**
     * A provider that could not be used.
     *
     * @param provider which
     * @param reason why not, a sentence part for people
     */
    public record Skipped(CryptoProvider provider, String reason) {}
}
