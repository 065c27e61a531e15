/** Strict JSON for everything that people write or that leaves the manager as a file. Not exported. */
@NullMarked
package io.lintel.sdk.json;

import org.jspecify.annotations.NullMarked;
