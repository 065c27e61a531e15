/** The kit against our own reader and phone, which pass, and against broken ones, which it catches. */
@org.jspecify.annotations.NullMarked
package io.lintel.conformance;
