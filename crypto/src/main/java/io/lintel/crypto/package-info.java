/** The cryptographic core: suites, keys, signatures, secrets, and the choice of a provider for each primitive. */
@NullMarked
package io.lintel.crypto;

import org.jspecify.annotations.NullMarked;
