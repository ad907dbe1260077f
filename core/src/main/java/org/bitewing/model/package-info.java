/**
 * What the JSON and the XML model of a data set (PS3.18 Annex F, PS3.19 Annex A) have in common: characters with their
 * line and column, values as text and back, Base64, and the tree that grows from what is read. Not exported: the
 * packages {@code json} and {@code xml} are the way in.
 */
package org.bitewing.model;
