/** Character sets. */
package org.bitewing.text;
