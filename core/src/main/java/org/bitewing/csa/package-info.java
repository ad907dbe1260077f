/**
 * The CSA headers of Siemens: what the scanner knew of an image and its series, in private elements of group 0029, and
 * the measurement protocol in them. No standard describes the formats; they are read as other readers take them.
 * {@link org.bitewing.csa.CsaHeader} is the way in, {@link org.bitewing.csa.CsaProtocol} the protocol.
 */
package org.bitewing.csa;
