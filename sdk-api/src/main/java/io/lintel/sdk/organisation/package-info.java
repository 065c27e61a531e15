/** Organisations, what is asked about them and answered: the operator, its distributors, their customers and admin logins. */
@NullMarked
package io.lintel.sdk.organisation;

import org.jspecify.annotations.NullMarked;
