/** Benchmarks for people (JMH) and the guard for the build: ratios to a floor within one run, and allocation. */
package org.bitewing.benchmarks;
