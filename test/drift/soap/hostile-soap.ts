import type { ProblemCode } from "../../../generator/problem/catalogue.js";

const wrap = (content: string): string =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">\n${content}\n</schema>`;

const body = (content: string): string =>
  wrap(`<complexType name="Body"><sequence>${content}</sequence></complexType>`);

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** Types or groups that each hold the next one twice: little text that means a billion elements. */
const doubled = (write: (i: number) => string): string => range(30).map(write).join("");

/** What would take a reader too much time, depth or memory, lead it elsewhere, or is no WSDL. */
export interface HostileSoap {
  readonly name: string;
  readonly given: () => string | Uint8Array;
}

/** One that is refused, and what is said of it. */
export interface RefusedSoap extends HostileSoap {
  readonly want: { readonly code: ProblemCode; readonly message: string };
}

const refused = (line: number, detail: string): RefusedSoap["want"] => ({
  code: "source-no-wsdl",
  message: `This source is not read as a WSDL: in line ${line}, ${detail}.`,
});

const page = `<!DOCTYPE html>\n<html><body><h1>JSON</h1><script>fetch("//example.org")</script></body></html>`;

export const refusedSoap: readonly RefusedSoap[] = [
  {
    name: "entities that grow",
    given: () =>
      `<!DOCTYPE a [<!ENTITY b "${"x".repeat(99)}"><!ENTITY c "&b;&b;&b;"><!ENTITY d "&c;&c;&c;">]>\n${body("&d;")}`,
    want: refused(1, "it declares a document type, which no WSDL needs"),
  },
  {
    name: "an entity from a file",
    given: () =>
      `<?xml version="1.0"?>\n<!-- > -->\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>\n${body("&b;")}`,
    want: refused(3, "it declares a document type, which no WSDL needs"),
  },
  {
    name: "an entity that nobody declares",
    given: () => body("\n&b;"),
    want: refused(3, "it is no well-formed XML"),
  },
  {
    name: "a hundred thousand elements in one another",
    given: () => body("<a>".repeat(100_000) + "</a>".repeat(100_000)),
    want: refused(2, "its elements are nested too deeply"),
  },
  {
    name: "the same, without their ends, and with brackets in quotes",
    given: () => body(`<a b="/>" c='>'>`.repeat(100_000)),
    want: refused(2, "its elements are nested too deeply"),
  },
  {
    name: "the same, behind comments and text that look like ends",
    given: () => body(`<a><!-- </a> --><![CDATA[</a>]]><?x </a>?>`.repeat(1000)),
    want: refused(2, "its elements are nested too deeply"),
  },
  {
    name: "three hundred thousand elements",
    given: () => body("<a/>".repeat(300_000)),
    want: refused(2, "it has too many elements"),
  },
  {
    name: "a tag with ten thousand attributes",
    given: () =>
      body(
        `<a ${range(10_000)
          .map((i) => `a${i}=""`)
          .join(" ")}/>`,
      ),
    want: refused(2, "it has a tag that is too long"),
  },
  {
    name: "more bytes than any WSDL has",
    given: () => new Uint8Array(20_000_000).fill(32),
    want: { code: "source-too-large", message: "This source is larger than 10 MB." },
  },
  {
    name: "groups that mean a billion elements",
    given: () =>
      body(`<group ref="t:g0"/>`).replace("</schema>", "") +
      doubled(
        (i) =>
          `<group name="g${i}"><sequence><group ref="t:g${i + 1}"/><group ref="t:g${i + 1}"/></sequence></group>`,
      ) +
      `<group name="g30"><sequence/></group></schema>`,
    want: refused(1, "its types mean more than any body holds"),
  },
  {
    name: "types that mean a billion elements",
    given: () =>
      body(`<element name="a" type="t:T0"/>`).replace("</schema>", "") +
      doubled(
        (i) =>
          `<complexType name="T${i}"><sequence><element name="a" type="t:T${i + 1}"/><element name="b" type="t:T${i + 1}"/></sequence></complexType>`,
      ) +
      `</schema>`,
    want: refused(1, "its types mean more than any body holds"),
  },
  {
    name: "a chain of ten thousand types",
    given: () =>
      body(`<element name="a" type="t:T0"/>`).replace("</schema>", "") +
      range(10_000)
        .map(
          (i) =>
            `<complexType name="T${i}"><complexContent><extension base="t:T${i + 1}"><sequence><element name="a" type="t:T${i + 1}"/></sequence></extension></complexContent></complexType>`,
        )
        .join("") +
      `</schema>`,
    want: refused(1, "its types mean more than any body holds"),
  },
  {
    name: "a page of HTML",
    given: () => page,
    want: refused(1, "it declares a document type, which no WSDL needs"),
  },
  {
    name: "another kind of XML",
    given: () => `\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`,
    want: refused(2, "it is neither a WSDL nor an XML Schema"),
  },
  { name: "JSON", given: () => `{ "a": "<" }`, want: refused(1, "it is no well-formed XML") },
  { name: "nothing", given: () => "", want: refused(1, "it is no well-formed XML") },
  {
    name: "bytes that are no text",
    given: () => new Uint8Array([0xff, 0xfe, 0x3c, 0x00]),
    want: { code: "source-not-text", message: "This source is no text in UTF-8: it is UTF-16." },
  },
];

/** What is read, and does no harm. */
export const harmlessSoap: readonly HostileSoap[] = [
  {
    name: "a million carriage returns",
    given: () => body(`${"\r".repeat(1_000_000)}<element name="a" type="string"/>`),
  },
  { name: "a hundred thousand references", given: () => body("&amp;".repeat(100_000)) },
  {
    name: "a chain of ten thousand simple types",
    given: () =>
      body(`<element name="a" type="t:T0"/>`).replace("</schema>", "") +
      range(10_000)
        .map((i) => `<simpleType name="T${i}"><restriction base="t:T${i + 1}"/></simpleType>`)
        .join("") +
      `</schema>`,
  },
  {
    name: "names of what every object has",
    given: () =>
      body(
        ["__proto__", "constructor", "toString"]
          .map((name) => `<element name="${name}" type="${name}"/>`)
          .join(""),
      ),
  },
];
