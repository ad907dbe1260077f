/** The station compared with a scan by DCMTK, and with itself. */
package org.bitewing.benchmarks.station;
