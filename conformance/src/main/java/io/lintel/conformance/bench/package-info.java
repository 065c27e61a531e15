/** What the trials of both sides share: a framed connection, what was seen on it, and what a case is. */
@NullMarked
package io.lintel.conformance.bench;

import org.jspecify.annotations.NullMarked;
