/** The commands about credentials and their codes. */
@NullMarked
package io.lintel.sdk.command.credential;

import org.jspecify.annotations.NullMarked;
