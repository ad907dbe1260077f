package org.bitewing.tools.dump2dcm;

/**
 * How a dump is read.
 *
 * @param longestLine    in bytes; a longer one is an error
 * @param lastWins       true where of a tag that is repeated the last one stays, false for the first
 * @param allowTruncated true where what is shown of a value that is cut ({@code ...}) may pass for the value
 * @param ignoreMeta     true where group 0002 is left out
 * @param bigEndianFiles true where files that OW elements name hold their words in big endian
 */
public record DumpSettings(int longestLine, boolean lastWins, boolean allowTruncated, boolean ignoreMeta,
                           boolean bigEndianFiles) {
}
