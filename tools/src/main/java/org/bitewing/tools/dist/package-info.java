/**
 * Puts the toolkit together: one runnable jar, a launcher for each command, and a class-data archive; or an image that
 * brings its Java along.
 */
package org.bitewing.tools.dist;
