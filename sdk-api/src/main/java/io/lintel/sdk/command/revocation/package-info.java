/** What readers enforce of a site's revocations, and what follows from it. */
@NullMarked
package io.lintel.sdk.command.revocation;

import org.jspecify.annotations.NullMarked;
