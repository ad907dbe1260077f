/** {@code dcm2pnm}, {@code dcmj2pnm} and {@code dcm2img}: frames as files that every program shows. */
package org.bitewing.tools.show;
