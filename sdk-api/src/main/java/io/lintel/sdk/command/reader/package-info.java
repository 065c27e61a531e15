/** The commands about readers. */
@NullMarked
package io.lintel.sdk.command.reader;

import org.jspecify.annotations.NullMarked;
