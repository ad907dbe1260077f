/**
 * The folder of a station. {@link org.bitewing.tools.station.folder.StationFolder} takes one object after the other, gives
 * it its places and keeps the summaries of its series and study; {@link org.bitewing.tools.station.folder.Folders} says
 * where things are.
 */
package org.bitewing.tools.station.folder;
