/**
 * Rules that give a series its types: the file in JSON, its conditions, and their outcomes.
 * {@link org.bitewing.tools.station.rules.RuleFile} is the way in; what an object is, it sees through
 * {@link org.bitewing.tools.station.rules.ValueSource} alone.
 */
package org.bitewing.tools.station.rules;
