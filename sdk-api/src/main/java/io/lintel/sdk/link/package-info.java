/**
 * Readers that keep a link to the manager: {@link io.lintel.sdk.link.LinkStatus} says how it stands with one.
 */
@NullMarked
package io.lintel.sdk.link;

import org.jspecify.annotations.NullMarked;
