/**
 * How revocation lists reach readers: differences between lists ({@link io.lintel.protocol.revocation.ListDelta}).
 *
 * <p>Nothing here is trusted for having arrived. Whatever a delta gives is verified as the signed list that it must be.
 * Source of the rules: {@code spec/revocation.md}.
 */
@NullMarked
package io.lintel.protocol.revocation;

import org.jspecify.annotations.NullMarked;
