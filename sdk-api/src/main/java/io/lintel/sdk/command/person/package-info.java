/** The commands about people. */
@NullMarked
package io.lintel.sdk.command.person;

import org.jspecify.annotations.NullMarked;
