/** The wallet's storage port on files. */
@NullMarked
package io.lintel.store.file;

import org.jspecify.annotations.NullMarked;
