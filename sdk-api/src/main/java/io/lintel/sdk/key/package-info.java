/**
 * Rotating a site's keys, and how far that is among its readers and phones: {@link io.lintel.sdk.key.RotateKeys} and {@link
 * io.lintel.sdk.key.KeyProgress}.
 */
@NullMarked
package io.lintel.sdk.key;

import org.jspecify.annotations.NullMarked;
