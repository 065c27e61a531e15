/** Credit: what its commands ask for and answer. */
@NullMarked
package io.lintel.sdk.credit;

import org.jspecify.annotations.NullMarked;
