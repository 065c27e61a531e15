/** Credit and the books of its movements. */
@NullMarked
package io.lintel.cli.credit;

import org.jspecify.annotations.NullMarked;
