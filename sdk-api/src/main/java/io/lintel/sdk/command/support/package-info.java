/** The commands about support. */
@NullMarked
package io.lintel.sdk.command.support;

import org.jspecify.annotations.NullMarked;
