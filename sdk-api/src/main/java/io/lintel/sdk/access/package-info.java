/**
 * What happens at doors, as their readers tell it.
 *
 * <p>{@link io.lintel.sdk.access.AccessRecord} is one decision of one reader.
 */
@NullMarked
package io.lintel.sdk.access;

import org.jspecify.annotations.NullMarked;
