/** People: what their commands ask for and answer. */
@NullMarked
package io.lintel.sdk.person;

import org.jspecify.annotations.NullMarked;
