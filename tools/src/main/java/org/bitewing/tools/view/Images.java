package org.bitewing.tools.view;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads images whole, and keeps the last few: a window is changed many times, and a series is looked through. */
final class Images {
    private static final int KEPT = 4;

    private final Map<CatalogImage, OpenImage> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    OpenImage open(CatalogImage image) throws IOException {
        synchronized (recent) {
            OpenImage found = recent.get(image);
            if (found != null) {
                return found;
            }
        }
        OpenImage opened = OpenImage.of(image);
        synchronized (recent) {
            recent.put(image, opened);
            Iterator<OpenImage> oldest = recent.values().iterator();
            while (recent.size() > KEPT) {
                oldest.next();
                oldest.remove();
            }
        }
        return opened;
    }
}
