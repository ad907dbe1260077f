/** Puts the toolkit together: one runnable jar, a launcher for each command, and a class-data archive. */
package org.bitewing.tools.dist;
