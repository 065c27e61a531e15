/**
 * What others would use in place of a tap, doing the same job: phone and reader authenticate each other, and the reader decides
 * once about a phone that it knows.
 */
@NullMarked
package io.lintel.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
