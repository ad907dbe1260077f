/**
 * How fast, and with how much memory. {@link org.bitewing.benchmarks.Guard} holds ratios to floors in every build,
 * without a library; the classes named {@code Benchmark} are for people, and run with JMH; both use
 * {@link org.bitewing.benchmarks.SampleFiles}.
 */
package org.bitewing.benchmarks;
