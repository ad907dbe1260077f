/**
 * What every command shares: options as a table ({@link org.bitewing.tools.cli.OptionTable}), the parsed
 * {@link org.bitewing.tools.cli.CommandLine}, and {@link org.bitewing.tools.cli.Console} for streams and messages, in
 * the manner of DCMTK.
 */
package org.bitewing.tools.cli;
