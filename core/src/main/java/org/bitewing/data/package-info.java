/**
 * Data sets (PS3.5 7): {@link org.bitewing.data.DataSet} is an immutable tree of {@link org.bitewing.data.Element}s,
 * {@link org.bitewing.data.Attributes} is what can be asked of it and of its {@link org.bitewing.data.Item}s. Values
 * are bytes until they are asked for; large ones stay in their file ({@link org.bitewing.data.BulkValue}).
 */
package org.bitewing.data;
