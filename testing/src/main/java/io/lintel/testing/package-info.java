/** What the modules share to test themselves: {@code @Requirement} and the locations of the published vectors. */
@NullMarked
package io.lintel.testing;

import org.jspecify.annotations.NullMarked;
