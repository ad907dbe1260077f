package org.bitewing.tools.station.folder;

import org.bitewing.tools.station.journal.Journal;

/**
 * What everybody who works in the folder of a station shares.
 *
 * @param folders      where things are
 * @param options      how the station works
 * @param journal      knows what is under way
 * @param unsettled    the folder's part of the journal
 * @param intoArchive  makes names in the archive
 * @param links        makes all other names
 * @param layout       who has which name in the layout of a template
 * @param participants who has which name among the participants
 */
record Desk(Folders folders, StationOptions options, Journal journal, UnsettledStudies unsettled, Links intoArchive,
            Links links, Claims layout, Participants participants) {
}
