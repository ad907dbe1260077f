package org.bitewing.tools.view;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Problem;
import org.bitewing.data.Attributes;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.ElementDefinition;
import org.bitewing.dict.PrivateElement;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UidDefinition;
import org.bitewing.dict.VR;

/** Writes the elements of a file as a tree, streamed, and bounded in every direction. */
final class ElementsJson {
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_ITEMS = 500;
    private static final int LONGEST = 4096;
    private static final int FILE_META = 0x0002;

    private final Json json;
    private int left = MOST_ELEMENTS;

    private ElementsJson(Json json) {
        this.json = json;
    }

    static void write(OpenImage image, Json json) throws IOException {
        new ElementsJson(json).all(image);
    }

    private void all(OpenImage image) throws IOException {
        json.open('{').member("name", image.image().place().name())
                .member("transferSyntax", ImageFacts.syntaxName(image.transferSyntax()))
                .member("characterSet", String.join("\\", image.set().characterSet().definedTerms()))
                .name("problems").open('[');
        for (Problem problem : image.problems()) {
            String place = problem.location().path().isRoot() ? "" : " (" + problem.location().path() + ")";
            json.string(problem.message() + " [" + problem.kind().clause() + "]" + place);
        }
        json.close(']').name("meta").open('[');
        elements(image.set(), true);
        json.close(']').name("elements").open('[');
        elements(image.set(), false);
        json.close(']').member("truncated", left == 0).close('}');
    }

    private void elements(Attributes owner, boolean meta) throws IOException {
        for (int i = 0; i < owner.size() && left > 0; i++) {
            Element element = owner.get(i);
            if (element.tag() >>> 16 == FILE_META == meta) {
                left--;
                element(owner, element);
            }
        }
    }

    /** Sequences nest no deeper than {@link org.bitewing.Limits#depth()}. */
    private void element(Attributes owner, Element element) throws IOException {
        int tag = element.tag();
        json.open('{').member("tag", Tag.toString(tag));
        names(owner, tag);
        json.member("vr", vr(element.vrCode())).member("length", element.length());
        if (element instanceof Sequence sequence) {
            items(sequence);
        } else if (element instanceof Fragments fragments) {
            json.member("value", "").member("fragments", fragments.all().size());
        } else {
            value(owner, element);
        }
        json.close('}');
    }

    private static String vr(int code) {
        return "" + (char) (code >>> 8 & 0xff) + (char) (code & 0xff);
    }

    private void names(Attributes owner, int tag) throws IOException {
        boolean isPrivate = (tag & 0x10000) != 0;
        int number = tag & 0xffff;
        if (!isPrivate) {
            Optional<ElementDefinition> known = Dictionary.element(tag);
            String otherwise = number == 0 ? "Group Length" : "unknown";
            json.member("name", known.map(ElementDefinition::name).orElse(otherwise))
                    .member("keyword", known.map(ElementDefinition::keyword).orElse(""));
            return;
        }
        if (number >= 0x10 && number <= 0xff) {
            json.member("name", "Private Creator").member("keyword", "").member("private", creator(owner, tag));
            return;
        }
        // The block of an element names its creator (PS3.5 7.8.1).
        String creator = creator(owner, tag & 0xffff0000 | number >>> 8);
        Optional<PrivateElement> known = creator.isEmpty() ? Optional.empty()
                : Dictionary.privateElement(creator, tag);
        json.member("name", known.map(PrivateElement::name).filter(name -> !name.isEmpty()).orElse("private element"))
                .member("keyword", "").member("private", creator);
    }

    private static String creator(Attributes owner, int tag) {
        return Facts.text(owner, tag);
    }

    private void items(Sequence sequence) throws IOException {
        List<Item> items = sequence.items();
        int sent = Math.min(MOST_ITEMS, items.size());
        json.name("items").open('[');
        int i = 0;
        while (i < sent && left > 0) {
            json.open('[');
            elements(items.get(i), false);
            json.close(']');
            i++;
        }
        json.close(']');
        if (i < items.size()) {
            json.member("itemsLeft", items.size() - i);
        }
    }

    private void value(Attributes owner, Element element) throws IOException {
        ElementText value;
        try {
            value = ElementText.of(owner, element, LONGEST);
        } catch (DicomException | IOException e) {
            json.member("value", "").member("unreadable", true);
            return;
        }
        json.member("value", value.text());
        if (value.cut()) {
            json.member("cut", true);
        }
        if (element.vr() == VR.UI) {
            uidNames(value.text());
        }
    }

    private void uidNames(String text) throws IOException {
        StringBuilder names = new StringBuilder();
        for (String uid : text.split("\\\\")) {
            String name = Dictionary.uid(uid).map(UidDefinition::name).orElse("");
            names.append(names.length() > 0 && !name.isEmpty() ? "\\" : "").append(name);
        }
        if (names.length() > 0) {
            json.member("uidName", names.toString());
        }
    }
}
