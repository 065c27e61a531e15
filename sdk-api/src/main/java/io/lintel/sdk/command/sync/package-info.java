/** The commands that keep people in step with a host system, and what all imports share. */
@NullMarked
package io.lintel.sdk.command.sync;

import org.jspecify.annotations.NullMarked;
