/**
 * What the station remembers in files that only grow: {@link org.bitewing.tools.station.journal.CheckedFile} holds lines
 * that prove they are whole, {@link org.bitewing.tools.station.journal.Journal} tells with them what is under way.
 */
package org.bitewing.tools.station.journal;
