/**
 * DIMSE (PS3.7): {@link org.bitewing.net.dimse.CommandSet command sets}, {@link org.bitewing.net.dimse.Status
 * statuses}, and messages cut into presentation data values ({@link org.bitewing.net.dimse.MessageWriter}) and put
 * together again ({@link org.bitewing.net.dimse.MessageReader}). Data sets stream: neither side holds one. All
 * services of PS3.7 pass here alike; what they mean is for who uses the messages.
 */
package org.bitewing.net.dimse;
