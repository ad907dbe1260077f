/** The commands, one class each: options in, library calls, text and an exit code out. */
package org.bitewing.tools;
