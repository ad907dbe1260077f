/**
 * Objects, series and studies in short. {@link org.bitewing.tools.station.series.ObjectFacts} are what one object says,
 * {@link org.bitewing.tools.station.series.SeriesState} is what any objects of a series say together, in whatever order
 * they come, and {@link org.bitewing.tools.station.series.SeriesSummary} and
 * {@link org.bitewing.tools.station.series.StudySummary} tell it as JSON.
 */
package org.bitewing.tools.station.series;
