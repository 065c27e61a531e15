package io.lintel.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What visits of one kind took.
 *
 * @param latency nanoseconds from when each that went right was due to its end
 * @param cpuNanos processor time of the server for all of them
 * @param visits how many went as they should
 * @param failed how many did not
 * @param unresumed how many TLS handshakes were full ones
 */
record Measured(Histogram latency, long cpuNanos, long visits, long failed, long unresumed) {

    /** Processor time of the server for one, in microseconds. */
    double cpuMicros() {
        return cpuNanos / 1e3 / visits;
    }

    double latencyMicros(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }
}
