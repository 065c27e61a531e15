/** Logins of administrators. */
@NullMarked
package io.lintel.cli.login;

import org.jspecify.annotations.NullMarked;
