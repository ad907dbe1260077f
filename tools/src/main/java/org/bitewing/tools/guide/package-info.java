/** What manual pages and shells know of the commands, made from the option tables. */
package org.bitewing.tools.guide;
