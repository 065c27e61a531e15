/** The commands that create, edit, delete and restore distributors and customers, and the rules for what is entered. */
@NullMarked
package io.lintel.sdk.command.organisation;

import org.jspecify.annotations.NullMarked;
