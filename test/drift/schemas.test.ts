import { expect, it } from "vitest";
import { specWith, tell } from "./door.js";

/** An element that may be missing, unless something else is said of it. */
const el = (name: string, type: string, more = 'minOccurs="0"'): string =>
  `<element name="${name}" type="${type}" ${more}/>`;
const sequence = (...content: readonly string[]): string => `<sequence>${content.join("")}</sequence>`;
const complex = (name: string, ...content: readonly string[]): string =>
  `<complexType name="${name}">${content.join("")}</complexType>`;
const simple = (name: string, content: string): string =>
  `<simpleType name="${name}">${content}</simpleType>`;
const group = (name: string, content: string): string => `<group name="${name}">${sequence(content)}</group>`;
const derived = (how: string, base: string, ...content: readonly string[]): string =>
  `<complexContent><${how} base="${base}">${sequence(...content)}</${how}></complexContent>`;
const values = (...all: readonly string[]): string =>
  `<restriction base="string">${all.map((value) => `<enumeration value="${value}"/>`).join("\n")}</restriction>`;
/** The type of the answer, before other types. */
const body = (content: string, ...others: readonly string[]): string =>
  [complex("Body", sequence(content)), ...others].join("\n");

/** A piece of an XML Schema, which stands from line 2 on, and what it says of the answer that its type `Body` is. */
type Construct = readonly [name: string, given: string, ...told: readonly string[]];

const cases: readonly Construct[] = [
  [
    "a sequence",
    body(`${el("a", "string", "")}\n${el("b", "int")}${el("c", "int", 'minOccurs="0" maxOccurs="0"')}`),
    "a (2): is text, is not optional",
    "b (3): is integer",
  ],
  [
    "all, and what may be nil",
    complex("Body", `<all>${el("a", "string", 'nillable="true"')}</all>`),
    "a (2): is text, is null, is not optional",
  ],
  [
    "a choice: none of its elements has to be there",
    body(el("in", "t:In"), complex("In", `<choice>${el("a", "string", "")}${el("b", "int", "")}</choice>`)),
    "in (2): is object",
    "in.a (3): is text, is optional",
    "in.b (3): is integer, is optional",
  ],
  [
    "a sequence that may be missing, in one that comes again",
    body(
      `<element name="in" minOccurs="0"><complexType><sequence maxOccurs="unbounded"><sequence minOccurs="0"><element name="a" type="string"/></sequence></sequence></complexType></element>`,
    ),
    "in (2): is object",
    "in.a (2): is array of strings",
  ],
  [
    "types of XML Schema",
    body(
      ["boolean", "byte", "unsignedInt", "long", "decimal", "float", "token", "anyURI", "date", "dateTime"]
        .map((type) => el(type, type))
        .join(""),
    ),
    "boolean (2): is boolean",
    "byte (2): is integer",
    "unsignedInt (2): is integer",
    "long (2): is int64",
    "decimal (2): is number",
    "float (2): is number",
    "token (2): is text",
    "anyURI (2): is text",
    "date (2): is date",
    "dateTime (2): is date-time",
  ],
  [
    "a type that JSON has no likeness of, one of another namespace, and none",
    body(`${el("a", "duration")}${el("c", "o:C", 'minOccurs="0" xmlns:o="urn:o"')}\n<element name="b"/>`),
    "a (2)",
    "c (2)",
    "b (3): is not optional",
    'unread (2): no reader understands the type "duration"',
    'unread (2): the type "C" is not in the file',
    "unread (3): it says no type",
  ],
  [
    "lists, of texts, of numbers, of objects, and of what has no name for it",
    body(
      ["string", "long", "t:C", "boolean"]
        .map((type, i) => el("abcd".charAt(i), type, 'minOccurs="0" maxOccurs="9"'))
        .join(""),
      complex("C", sequence(el("e", "string"))),
    ),
    "a (2): is array of strings",
    "b (2): is array of integers",
    "c (2): is array of objects",
    "c[].e (3): is text, is optional",
    "d (2): is array",
  ],
  [
    "an extension: what it inherits comes first",
    `${complex("Base", sequence(el("a", "string")))}\n${complex("Body", derived("extension", "t:Base", el("b", "string")))}`,
    "a (2): is text",
    "b (3): is text",
  ],
  [
    "a restriction: it says again what it keeps",
    `${complex("Base", sequence(el("a", "string"), el("b", "string")))}\n${complex("Body", derived("restriction", "t:Base", el("a", "string")))}`,
    "a (3): is text",
  ],
  [
    "elements that are declared elsewhere, and nowhere",
    body(`<element ref="t:a" maxOccurs="2"/><element ref="t:b"/>`, `<element name="a" type="string"/>`),
    "a (2): is array of strings, is not optional",
    'unread (2): there is no element "t:b" here',
  ],
  [
    "types that are written in place",
    body(
      `<element name="a"><complexType>${sequence(`<element name="b"><simpleType>${values("ON", "OFF")}</simpleType></element>`)}</complexType></element>`,
    ),
    "a (2): is object, is not optional",
    'a.b (2): is text, is not optional, has the values "on", "off"',
  ],
  [
    "an enum: the name of its type falls away, unless a value is spelt in another way",
    body(
      el("a", "t:KindOfCode"),
      simple("KindOfCode", values("KIND-OF-CODE-PLAIN", "KIND-OF-CODE-VERY-LARGE", "SORT-B")),
    ),
    "a (2): is text",
    'a (3): has the values "plain", "veryLarge"',
    'unread (5): the value "SORT-B" is not spelt as those of "KindOfCode" are',
  ],
  [
    "a simple type of a simple type, with a limit",
    body(
      el("a", "t:Short"),
      simple("Short", `<restriction base="t:Text"><maxLength value="3"/></restriction>`),
      simple("Text", `<restriction base="string"><whiteSpace value="collapse"/></restriction>`),
    ),
    "a (2): is text",
    'unread (3): no reader understands the limit "maxLength"',
  ],
  [
    "a list of XML, and a union",
    body(
      `<element name="a"><simpleType><list itemType="int"/></simpleType></element>${el("b", "t:Either")}`,
      simple("Either", `<union memberTypes="int string"/>`),
    ),
    "a (2): is array of integers, is not optional",
    "b (2)",
    'unread (3): no reader understands how "Either" is made',
  ],
  [
    "text with attributes",
    body(
      el("a", "t:Amount"),
      complex(
        "Amount",
        `<simpleContent><extension base="decimal"><attribute name="currency" type="string" use="required"/><attribute name="old" use="prohibited"/></extension></simpleContent>`,
      ),
    ),
    "a (2): is number",
    "a.currency (3): is text, is not optional",
  ],
  [
    "attributes, by themselves, from elsewhere and in a group",
    `${complex("Body", `<attribute name="a" type="int"/><attribute ref="t:b"/><attributeGroup ref="t:more"/>`)}\n<attribute name="b" type="string"/>\n<attributeGroup name="more"><attribute name="c" type="boolean" use="required"/></attributeGroup>`,
    "a (2): is integer",
    "b (2): is text",
    "c (4): is boolean, is not optional",
  ],
  [
    "groups, one of which is not there, and one in itself",
    body(
      `<group ref="t:more"/><group ref="t:other"/>`,
      group("more", `${el("a", "string", "")}\n<group ref="t:more"/>`),
    ),
    "a (3): is text, is not optional",
    "unread (4): it holds itself, or groups in too many groups",
    'unread (2): there is no group "t:other" here',
  ],
  [
    "a type in itself: it ends where it comes again",
    body(
      el("a", "t:Node"),
      complex("Node", sequence(el("text", "string"), el("nodes", "t:Node", 'maxOccurs="9"'))),
    ),
    "a (2): is object",
    "a.text (3): is text, is optional",
    "a.nodes (3): is array of objects, is not optional",
  ],
  [
    "a type that extends itself, and a simple type made of itself",
    `${complex("Body", derived("extension", "t:Body", el("a", "t:S")))}\n${simple("S", `<restriction base="t:S"/>`)}`,
    "a (2)",
    "unread (2): it holds itself, or groups in too many groups",
    'unread (3): the type "S" is made of itself, or of too many others',
  ],
  [
    "an abstract type",
    body(el("a", "t:Thing"), `<complexType name="Thing" abstract="true"><sequence/></complexType>`),
    "a (2): is object",
    'unread (3): "Thing" is abstract: which types take its place is not read',
  ],
  [
    "what takes anything, text between elements, and attributes that nobody knows",
    `<complexType name="Body" mixed="true"><sequence>\n<any/>${el("a", "string", 'default="x"')}</sequence>\n<anyAttribute/></complexType>`,
    "a (3): is text, is not optional",
    'unread (2): no reader understands the attribute "mixed" of "complexType"',
    'unread (3): no reader understands "any" in a type',
    'unread (3): no reader understands the attribute "default" of "element"',
    'unread (4): no reader understands "anyAttribute" in a type',
  ],
  [
    "explanations, which say nothing",
    body(
      `<annotation><documentation>Words.</documentation></annotation>${el("a", "string")}`,
      "<annotation/>",
    ),
    "a (2): is text",
  ],
  [
    "what lies in other files",
    `<import namespace="urn:x"/>\n<import namespace="urn:y" schemaLocation="y.xsd"/>\n<include schemaLocation="../../etc/passwd"/>\n${body(el("a", "string"))}`,
    "a (5): is text",
    'unread (3): what it takes from "y.xsd" is not read: put it into this file',
    'unread (4): what it takes from "../../etc/passwd" is not read: put it into this file',
  ],
  [
    "a type that is declared twice, and what is no declaration",
    `${body(el("a", "string"))}\n${body(el("b", "string"))}\n<notation name="n" public="p"/>`,
    "a (2): is text",
    'unread (3): "Body" is declared twice; only the first is read',
    'unread (4): no reader understands "notation" in a schema',
  ],
];

const wrap = (content: string): string =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">\n${content}\n</schema>`;

const spec = specWith();

/** What is told of a schema, but for what it leaves out of the spec, in short. */
async function read(schema: string): Promise<readonly string[]> {
  const told = await tell("api.wsdl", schema, spec);
  return told
    .filter((line) => !line.startsWith("vanished"))
    .map((line) => line.replace(/^new response | “.*”/g, ""));
}

it.each(cases)("a schema with %s", async (_, given, ...told) => {
  expect(await read(wrap(given))).toEqual(told);
});

it("a WSDL says what the schema in it says, and what it takes from elsewhere", async () => {
  const schema = wrap(body(el("a", "string")));
  const wsdl = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/"><w:import location="b.wsdl"/><w:types>${schema}</w:types></w:definitions>`;
  expect(await read(wsdl)).toEqual([
    ...(await read(schema)),
    'unread (1): what it takes from "b.wsdl" is not read: put it into this file',
  ]);
});

it("no WSDL is read where the spec has no table of names", async () => {
  expect(await tell("api.wsdl", wrap(""), specWith({ "drift/soap-names.json": undefined }))).toEqual([
    expect.stringContaining("no-soap-names"),
  ]);
});
