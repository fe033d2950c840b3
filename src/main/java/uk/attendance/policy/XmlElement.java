package uk.attendance.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of an XML file that knows its place. Reads no document type, fetches nothing. */
final class XmlElement {

  private static final XMLInputFactory XML = factory();

  private final String name;
  private final Map<String, String> attributes;
  private final Place place;
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(String name, Map<String, String> attributes, Place place) {
    this.name = name;
    this.attributes = attributes;
    this.place = place;
  }

  /** What stands above the file's first element; empty where it is no XML, which is an error. */
  static Optional<XmlElement> parse(String file, String xml, PackErrors errors) {
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement root = new XmlElement("", Map.of(), new Place(file, 1));
    open.push(root);
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            XmlElement element = element(file, reader);
            open.element().children.add(element);
            open.push(element);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              open.element().text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          default -> {}
        }
      }
      return Optional.of(root);
    } catch (XMLStreamException e) {
      errors.add(new Place(file, e.getLocation().getLineNumber()), "is no XML");
      return Optional.empty();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static XmlElement element(String file, XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new XmlElement(
        reader.getLocalName(), attributes, new Place(file, reader.getLocation().getLineNumber()));
  }

  Place place() {
    return place;
  }

  /** Empty where it is not given. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  List<XmlElement> all(String child) {
    return children.stream().filter(one -> one.name.equals(child)).toList();
  }

  Optional<XmlElement> first(String child) {
    return all(child).stream().findFirst();
  }

  String ownText() {
    return text.toString().strip();
  }

  /** What stands in its {@code text} child. */
  String words() {
    return first("text").map(XmlElement::ownText).orElse("");
  }
}
