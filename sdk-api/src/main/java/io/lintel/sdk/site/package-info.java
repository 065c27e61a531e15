/** Sites: what their commands ask for and answer. */
@NullMarked
package io.lintel.sdk.site;

import org.jspecify.annotations.NullMarked;
