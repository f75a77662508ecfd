/** A piece of an XML Schema, and what it says of the answer that its type `Body` is. */
export interface Construct {
  readonly name: string;
  /** What stands in the schema, from line 2 on. */
  readonly given: string;
  readonly want: readonly string[];
}

const body = (content: string): string => `<complexType name="Body">${content}</complexType>`;
const inSequence = (content: string): string => body(`<sequence>${content}</sequence>`);

export const constructs: readonly Construct[] = [
  {
    name: "a sequence",
    given: inSequence(`<element name="a" type="string"/>\n<element name="b" type="int" minOccurs="0"/>`),
    want: ["a (2): is there, text, required", "b (3): is there, integer"],
  },
  {
    name: "all",
    given: body(`<all><element name="a" type="string"/></all>`),
    want: ["a (2): is there, text, required"],
  },
  {
    name: "a choice: none of its elements has to be there",
    given:
      inSequence(`<element name="in" type="t:In"/>`) +
      `\n<complexType name="In"><choice><element name="a" type="string"/><element name="b" type="int"/></choice></complexType>`,
    want: [
      "in (2): is there, object, required",
      "in.a (3): is there, text, optional",
      "in.b (3): is there, integer, optional",
    ],
  },
  {
    name: "a sequence that may be missing, in one that comes again",
    given: inSequence(
      `<element name="in"><complexType><sequence maxOccurs="unbounded"><sequence minOccurs="0"><element name="a" type="string"/></sequence></sequence></complexType></element>`,
    ),
    want: ["in (2): is there, object, required", "in.a (2): is there, array of strings"],
  },
  {
    name: "types of XML Schema",
    given: inSequence(
      ["boolean", "byte", "unsignedInt", "long", "decimal", "float", "token", "anyURI", "date", "dateTime"]
        .map((type) => `<element name="${type}" type="${type}" minOccurs="0"/>`)
        .join(""),
    ),
    want: [
      "boolean (2): is there, boolean",
      "byte (2): is there, integer",
      "unsignedInt (2): is there, integer",
      "long (2): is there, int64",
      "decimal (2): is there, number",
      "float (2): is there, number",
      "token (2): is there, text",
      "anyURI (2): is there, text",
      "date (2): is there, date",
      "dateTime (2): is there, date-time",
    ],
  },
  {
    name: "a type of XML Schema that JSON has no likeness of, and none at all",
    given: inSequence(`<element name="a" type="duration"/>\n<element name="b"/>`),
    want: [
      "a (2): is there, required",
      "b (3): is there, required",
      'unread (2): no reader understands the type "duration"',
      "unread (3): it says no type",
    ],
  },
  {
    name: "lists, of texts, of numbers, of objects, and of what has no name for it",
    given:
      inSequence(
        `<element name="a" type="string" maxOccurs="unbounded"/><element name="b" type="long" minOccurs="0" maxOccurs="9"/><element name="c" type="t:C" maxOccurs="2"/><element name="d" type="boolean" maxOccurs="2"/>`,
      ) + `\n<complexType name="C"><sequence><element name="e" type="string"/></sequence></complexType>`,
    want: [
      "a (2): is there, array of strings, required",
      "b (2): is there, array of integers",
      "c (2): is there, array of objects, required",
      "c[].e (3): is there, text, required",
      "d (2): is there, array, required",
    ],
  },
  {
    name: "an element that may be nil",
    given: inSequence(`<element name="a" type="string" nillable="true"/>`),
    want: ["a (2): is there, text, null, required"],
  },
  {
    name: "an element that may not be there",
    given: inSequence(`<element name="a" type="string" minOccurs="0" maxOccurs="0"/>`),
    want: [],
  },
  {
    name: "an extension: what it inherits comes first",
    given:
      `<complexType name="Base"><sequence><element name="a" type="string"/></sequence></complexType>\n` +
      body(
        `<complexContent><extension base="t:Base"><sequence><element name="b" type="string"/></sequence></extension></complexContent>`,
      ),
    want: ["a (2): is there, text, required", "b (3): is there, text, required"],
  },
  {
    name: "a restriction: it says again what it keeps",
    given:
      `<complexType name="Base"><sequence><element name="a" type="string"/><element name="b" type="string" minOccurs="0"/></sequence></complexType>\n` +
      body(
        `<complexContent><restriction base="t:Base"><sequence><element name="a" type="string"/></sequence></restriction></complexContent>`,
      ),
    want: ["a (3): is there, text, required"],
  },
  {
    name: "an element that is declared elsewhere",
    given: inSequence(`<element ref="t:a" maxOccurs="2"/>`) + `\n<element name="a" type="string"/>`,
    want: ["a (2): is there, array of strings, required"],
  },
  {
    name: "an element that is declared nowhere",
    given: inSequence(`<element ref="t:a"/>`),
    want: ['unread (2): there is no element "t:a" here'],
  },
  {
    name: "types that are written in place",
    given: inSequence(
      `<element name="a"><complexType><sequence><element name="b"><simpleType><restriction base="string"><enumeration value="ON"/><enumeration value="OFF"/></restriction></simpleType></element></sequence></complexType></element>`,
    ),
    want: ["a (2): is there, object, required", "a.b (2): is there, text, required, on off"],
  },
  {
    name: "an enum: the name of its type falls away",
    given:
      inSequence(`<element name="a" type="t:KindOfCode" minOccurs="0"/>`) +
      `\n<simpleType name="KindOfCode"><restriction base="string"><enumeration value="KIND-OF-CODE-PLAIN"/><enumeration value="KIND-OF-CODE-VERY-LARGE"/></restriction></simpleType>`,
    want: ["a (2): is there, text", "a (3): plain veryLarge"],
  },
  {
    name: "an enum with values that are spelt in other ways",
    given:
      inSequence(`<element name="a" type="t:Kind" minOccurs="0"/>`) +
      `\n<simpleType name="Kind"><restriction base="string"><enumeration value="KIND-A"/>\n<enumeration value="SORT-B"/>\n<enumeration value="c"/></restriction></simpleType>`,
    want: [
      "a (2): is there, text",
      "a (3): a and others",
      'unread (4): the value "SORT-B" is not spelt as those of "Kind" are',
      'unread (5): the value "c" is not spelt as those of "Kind" are',
    ],
  },
  {
    name: "a simple type of a simple type, with a limit",
    given:
      inSequence(`<element name="a" type="t:Short"/>`) +
      `\n<simpleType name="Short"><restriction base="t:Text"><maxLength value="3"/></restriction></simpleType>\n<simpleType name="Text"><restriction base="string"><whiteSpace value="collapse"/></restriction></simpleType>`,
    want: ["a (2): is there, text, required", 'unread (3): no reader understands the limit "maxLength"'],
  },
  {
    name: "a list of XML, and a union",
    given:
      inSequence(
        `<element name="a"><simpleType><list itemType="int"/></simpleType></element><element name="b" type="t:Either"/>`,
      ) + `\n<simpleType name="Either"><union memberTypes="int string"/></simpleType>`,
    want: [
      "a (2): is there, array of integers, required",
      "b (2): is there, required",
      'unread (3): no reader understands how "Either" is made',
    ],
  },
  {
    name: "text with attributes",
    given:
      inSequence(`<element name="a" type="t:Amount"/>`) +
      `\n<complexType name="Amount"><simpleContent><extension base="decimal"><attribute name="currency" type="string" use="required"/><attribute name="old" use="prohibited"/></extension></simpleContent></complexType>`,
    want: ["a (2): is there, number, required", "a.currency (3): is there, text, required"],
  },
  {
    name: "attributes, by themselves, from elsewhere and in a group",
    given:
      body(`<attribute name="a" type="int"/><attribute ref="t:b"/><attributeGroup ref="t:more"/>`) +
      `\n<attribute name="b" type="string"/>\n<attributeGroup name="more"><attribute name="c" type="boolean" use="required"/></attributeGroup>`,
    want: ["a (2): is there, integer", "b (2): is there, text", "c (4): is there, boolean, required"],
  },
  {
    name: "a group",
    given:
      inSequence(`<group ref="t:more" minOccurs="0"/>`) +
      `\n<group name="more"><sequence><element name="a" type="string"/></sequence></group>`,
    want: ["a (3): is there, text"],
  },
  {
    name: "a group that is not there",
    given: inSequence(`<group ref="t:more"/>`),
    want: ['unread (2): there is no group "t:more" here'],
  },
  {
    name: "a group in itself",
    given:
      inSequence(`<group ref="t:more"/>`) +
      `\n<group name="more"><sequence><element name="a" type="string"/>\n<group ref="t:more"/></sequence></group>`,
    want: ["a (3): is there, text, required", "unread (4): it holds itself, or groups in too many groups"],
  },
  {
    name: "a type in itself: it ends where it comes again",
    given:
      inSequence(`<element name="a" type="t:Node"/>`) +
      `\n<complexType name="Node"><sequence><element name="text" type="string"/><element name="nodes" type="t:Node" minOccurs="0" maxOccurs="unbounded"/></sequence></complexType>`,
    want: [
      "a (2): is there, object, required",
      "a.text (3): is there, text, required",
      "a.nodes (3): is there, array of objects",
    ],
  },
  {
    name: "a type that extends itself, and a simple type made of itself",
    given:
      body(
        `<complexContent><extension base="t:Body"><sequence><element name="a" type="t:S"/></sequence></extension></complexContent>`,
      ) + `\n<simpleType name="S"><restriction base="t:S"/></simpleType>`,
    want: [
      "a (2): is there, required",
      "unread (2): it holds itself, or groups in too many groups",
      'unread (3): the type "S" is made of itself, or of too many others',
    ],
  },
  {
    name: "an abstract type",
    given:
      inSequence(`<element name="a" type="t:Thing"/>`) +
      `\n<complexType name="Thing" abstract="true"><sequence/></complexType>`,
    want: [
      "a (2): is there, object, required",
      'unread (3): "Thing" is abstract: which types take its place is not read',
    ],
  },
  {
    name: "what takes anything, and text between elements",
    given: `<complexType name="Body" mixed="true"><sequence>\n<any/></sequence>\n<anyAttribute/></complexType>`,
    want: [
      'unread (2): no reader understands the attribute "mixed" of "complexType"',
      'unread (3): no reader understands "any" in a type',
      'unread (4): no reader understands "anyAttribute" in a type',
    ],
  },
  {
    name: "attributes of a schema that nobody knows",
    given: inSequence(`<element name="a" type="string" default="x"/>`),
    want: [
      "a (2): is there, text, required",
      'unread (2): no reader understands the attribute "default" of "element"',
    ],
  },
  {
    name: "a type of another namespace",
    given: inSequence(`<element name="a" type="other:A" xmlns:other="urn:other"/>`),
    want: ["a (2): is there, required", 'unread (2): the type "A" is not in the file'],
  },
  {
    name: "explanations, which say nothing",
    given:
      inSequence(
        `<annotation><documentation>Words.</documentation></annotation><element name="a" type="string"><annotation/></element>`,
      ) + `<annotation><documentation>Words.</documentation></annotation>`,
    want: ["a (2): is there, text, required"],
  },
  {
    name: "what lies in other files",
    given:
      `<import namespace="urn:x"/>\n<import namespace="urn:y" schemaLocation="y.xsd"/>\n<include schemaLocation="../../etc/passwd"/>\n<redefine schemaLocation="http://example.org/z.xsd"/>\n` +
      inSequence(`<element name="a" type="string"/>`),
    want: [
      "a (6): is there, text, required",
      'unread (3): what it takes from "y.xsd" is not read: put it into this file',
      'unread (4): what it takes from "../../etc/passwd" is not read: put it into this file',
      'unread (5): what it takes from "http://example.org/z.xsd" is not read: put it into this file',
    ],
  },
  {
    name: "a type that is declared twice, and what is no declaration",
    given:
      inSequence(`<element name="a" type="string"/>`) +
      `\n` +
      inSequence(`<element name="b" type="string"/>`) +
      `\n<notation name="n" public="p"/>`,
    want: [
      "a (2): is there, text, required",
      'unread (3): "Body" is declared twice; only the first is read',
      'unread (4): no reader understands "notation" in a schema',
    ],
  },
];
