/** Credentials and activations: what their commands ask for and answer. */
@NullMarked
package io.lintel.sdk.credential;

import org.jspecify.annotations.NullMarked;
