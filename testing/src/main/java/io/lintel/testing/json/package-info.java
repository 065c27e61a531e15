/** What tests of JSON files share. */
@NullMarked
package io.lintel.testing.json;

import org.jspecify.annotations.NullMarked;
