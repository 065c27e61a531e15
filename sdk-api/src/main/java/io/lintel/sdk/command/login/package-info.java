/** The commands that make and end logins, and the check of who logs in. */
@NullMarked
package io.lintel.sdk.command.login;

import org.jspecify.annotations.NullMarked;
