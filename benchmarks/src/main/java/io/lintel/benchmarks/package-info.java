/**
 * The benchmarks. This package will hold the JMH benchmarks, whose packages mirror the code, their peers and floors, and
 * the plots.
 */
@NullMarked
package io.lintel.benchmarks;

import org.jspecify.annotations.NullMarked;
