package org.bitewing.tools.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.bitewing.Limits;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The frames of an animated GIF as they are seen: each picture of the file is drawn over what is left of those before
 * it (GIF89a 20 and 23). What nothing was drawn on is black.
 */
final class GifFrames {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /** Of a second, in milliseconds: the unit of delays. */
    private static final int HUNDREDTH = 10;
    private static final String STREAM = "javax_imageio_gif_stream_1.0";

    private GifFrames() {
    }

    static List<Picture> read(ImageReader reader, int count) throws IOException {
        IIOMetadataNode screen = node(reader.getStreamMetadata().getAsTree(STREAM), "LogicalScreenDescriptor");
        int width = number(screen, "logicalScreenWidth");
        int height = number(screen, "logicalScreenHeight");
        long size = 3L * width * height * count;
        if (width < 1 || height < 1 || size > Limits.defaults().memory() / 2 || size > Integer.MAX_VALUE) {
            throw new ImageException(count + " frames of " + width + " by " + height + " pixels are too large");
        }
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        List<Picture> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree(FORMAT);
            IIOMetadataNode place = node(tree, "ImageDescriptor");
            IIOMetadataNode control = node(tree, "GraphicControlExtension");
            String disposal = control.getAttribute("disposalMethod");
            BufferedImage before = disposal.equals("restoreToPrevious") ? copy(canvas) : canvas;
            BufferedImage part = reader.read(i);
            int left = number(place, "imageLeftPosition");
            int top = number(place, "imageTopPosition");
            Graphics2D graphics = canvas.createGraphics();
            graphics.drawImage(part, left, top, null);
            frames.add(RasterReader.fromRgb(canvas).withShown(number(control, "delayTime") * HUNDREDTH));
            if (disposal.equals("restoreToBackgroundColor")) {
                graphics.setComposite(AlphaComposite.Clear);
                graphics.fillRect(left, top, part.getWidth(), part.getHeight());
            }
            graphics.dispose();
            canvas = before;
        }
        return grayIfAllAre(frames);
    }

    private static List<Picture> grayIfAllAre(List<Picture> frames) {
        for (Picture frame : frames) {
            byte[] bytes = frame.bytes();
            for (int i = 0; i < bytes.length; i += 3) {
                if (bytes[i] != bytes[i + 1] || bytes[i] != bytes[i + 2]) {
                    return frames;
                }
            }
        }
        List<Picture> grays = new ArrayList<>();
        for (Picture frame : frames) {
            byte[] gray = new byte[frame.bytes().length / 3];
            for (int i = 0; i < gray.length; i++) {
                gray[i] = frame.bytes()[3 * i];
            }
            grays.add(Picture.plain(new Picture.Layout(frame.layout().rows(), frame.layout().columns(), 1, 8,
                    "MONOCHROME2"), gray).withShown(frame.shown()));
        }
        return grays;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        image.copyData(copy.getRaster());
        return copy;
    }

    /** The first node of a name; one without attributes where there is none. */
    private static IIOMetadataNode node(Node tree, String name) {
        NodeList found = ((IIOMetadataNode) tree).getElementsByTagName(name);
        return found.getLength() == 0 ? new IIOMetadataNode(name) : (IIOMetadataNode) found.item(0);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        String value = node.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
