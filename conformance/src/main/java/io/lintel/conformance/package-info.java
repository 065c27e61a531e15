/**
 * The conformance kit. This package will hold the tests that an implementer points at a foreign reader or phone, and
 * the checker of the published vectors.
 */
@NullMarked
package io.lintel.conformance;

import org.jspecify.annotations.NullMarked;
