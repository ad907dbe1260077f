package org.bitewing.tools.view;

import java.io.IOException;
import java.util.List;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.UidDefinition;

/** The images of a series, a line of facts each. */
final class SeriesJson {
    private SeriesJson() {
    }

    static void write(String key, List<CatalogImage> images, Json json) throws IOException {
        json.open('{').member("key", key).name("images").open('[');
        for (CatalogImage image : images) {
            json.open('{').member("key", image.key()).member("name", image.place().name())
                    .member("sopClass", image.sopClass())
                    .member("sopClassName", Dictionary.uid(image.sopClass()).map(UidDefinition::name).orElse(""))
                    .member("instanceNumber", image.instanceNumber()).member("frames", image.frames())
                    .member("rows", image.rows()).member("columns", image.columns())
                    .member("picture", image.isPicture()).member("why", image.why())
                    .member("position", image.slice().map(slice -> InfoJson.rounded(slice.distance())).orElse(""))
                    .close('}');
        }
        json.close(']').close('}');
    }
}
