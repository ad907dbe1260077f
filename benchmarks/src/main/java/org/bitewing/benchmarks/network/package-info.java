/** Sending and receiving measured beside DCMTK and beside a mere copy over TCP; see the README of the benchmarks. */
package org.bitewing.benchmarks.network;
