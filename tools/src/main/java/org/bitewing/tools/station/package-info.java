/** The station: what a series is, by rules; {@code bitewing station}. */
package org.bitewing.tools.station;
