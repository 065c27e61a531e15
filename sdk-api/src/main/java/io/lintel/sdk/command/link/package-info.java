/** What the links of readers bring about. */
@NullMarked
package io.lintel.sdk.command.link;

import org.jspecify.annotations.NullMarked;
