package org.bitewing.codec.jpeg;

/**
 * What the frame header says of one component (10918-1 B.2.2).
 *
 * @param identifier         C<sub>i</sub>, 0 to 255
 * @param horizontalSampling H<sub>i</sub>, 1 to 4: samples across for each MCU, relative to the other components
 * @param verticalSampling   V<sub>i</sub>, 1 to 4
 * @param quantisationTable  Tq<sub>i</sub>, 0 to 3
 */
public record FrameComponent(int identifier, int horizontalSampling, int verticalSampling, int quantisationTable) {
}
