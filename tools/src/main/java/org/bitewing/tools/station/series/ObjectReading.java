package org.bitewing.tools.station.series;

/** What came of reading an object: its facts, or why it has none. */
public sealed interface ObjectReading permits ObjectFacts, ObjectRefusal {
}
