/** The commands that create sites and publish their lists. */
@NullMarked
package io.lintel.sdk.command.site;

import org.jspecify.annotations.NullMarked;
