/**
 * What the station does when objects arrive over the network: it tells when series and studies are complete, and runs
 * actions for them, once for each completion.
 */
package org.bitewing.tools.station.arrival;
