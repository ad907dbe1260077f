/**
 * The commands {@code dcm2json}, {@code json2dcm}, {@code dcm2xml} and {@code xml2dcm}: data sets as text for programs,
 * both ways.
 */
package org.bitewing.tools.markup;
