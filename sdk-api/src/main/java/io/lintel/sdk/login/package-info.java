/** Logins of administrators: what is asked about them and answered, and the rules for their passwords. */
@NullMarked
package io.lintel.sdk.login;

import org.jspecify.annotations.NullMarked;
