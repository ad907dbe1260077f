/**
 * {@code echoscu}, {@code storescu} and {@code storescp}: {@link org.bitewing.net} under the options and with the
 * messages of DCMTK.
 */
package org.bitewing.tools.net;
