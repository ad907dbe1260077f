/**
 * Character sets (PS3.5 6.1, PS3.3 C.12.1.1.2): {@link org.bitewing.text.SpecificCharacterSet} is what an element
 * (0008,0005) says, and turns the bytes of a text value into characters and back, with the code extensions of
 * ISO 2022.
 *
 * <p>Two tables hold what there is to know: the graphic sets with their escape sequences, and the defined terms with
 * the graphic sets that they announce. The characters of a set are those of a charset of the JDK. All are in module
 * {@code java.base} of a JDK on Linux; elsewhere those beyond US-ASCII, ISO 8859-1 and UTF-8 may be in module
 * {@code jdk.charsets}, which a run-time image made by {@code jlink} has only when asked for
 * ({@code --add-modules jdk.charsets}). Without it the characters of such a set read as U+FFFD, and
 * {@link org.bitewing.text.SpecificCharacterSet#corrections()} says so.
 */
package org.bitewing.text;
