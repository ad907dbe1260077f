/**
 * Data sets in JSON: the DICOM JSON Model (PS3.18 Annex F) both ways, streaming. {@link org.bitewing.json.JsonWriter}
 * writes a data set, {@link org.bitewing.json.JsonReader} reads one, or one after the other from an array.
 * {@link org.bitewing.json.JsonDocument} and {@link org.bitewing.json.JsonValue} are any other JSON, as a tree.
 */
package org.bitewing.json;
