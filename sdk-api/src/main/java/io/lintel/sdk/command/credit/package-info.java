/** The commands that move credit. */
@NullMarked
package io.lintel.sdk.command.credit;

import org.jspecify.annotations.NullMarked;
