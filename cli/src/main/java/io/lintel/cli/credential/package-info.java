/** Credentials: issue, activate, revoke, and what shows them. */
@NullMarked
package io.lintel.cli.credential;

import org.jspecify.annotations.NullMarked;
