/** The machinery of commands: idempotent by the caller's id, one unit of work and one clock reading each. */
@NullMarked
package io.lintel.sdk.command;

import org.jspecify.annotations.NullMarked;
