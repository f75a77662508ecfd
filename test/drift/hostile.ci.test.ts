import { describe, expect, it } from "vitest";
import { scaleAmount } from "../fuzz/amount.js";
import { specWith, tell } from "./door.js";

const many = (text: string, size: number): string => text.repeat(Math.floor(size / text.length));
const numbered = (make: (i: number) => string, count: number): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("");

const wrap = (content: string): string =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">\n${content}\n</schema>`;
const body = (content: string, ...others: readonly string[]): string =>
  wrap(`<complexType name="Body"><sequence>${content}</sequence></complexType>${others.join("")}`);
/** Types that each contain the next one twice: little text for a billion elements. */
const type = (name: string, ...inside: readonly string[]): string =>
  `<complexType name="${name}"><sequence>${inside.map((each, i) => `<element name="a${i}" type="t:${each}"/>`).join("")}</sequence></complexType>`;
const extension = (i: number): string =>
  `<complexType name="T${i}"><complexContent><extension base="t:T${i + 1}"><sequence><element name="a" type="t:T${i + 1}"/></sequence></extension></complexContent></complexType>`;

const deep = "line 1 is nested more than 250 elements deep";
const many1000 = "follows 1000 lines with no blank line among them";
const elements = "line 1 exceeds the limit of 100000 elements";
const nested = "line 2 nests too many lists or quotations";
const long = "line 2 is longer than 5000 characters";
const endless = "its types describe more than any body contains";
const notXml = "it is not well-formed XML";

/** Files that are not text, that would cost too much time, depth or memory, or that would lead a reader elsewhere. */
type Refused = readonly [name: string, file: string, given: () => string | Buffer, says: string];
const refused: Readonly<Record<string, readonly Refused[]>> = {
  "source-too-large": [
    ["more than 10 MB", "a.html", () => many("<p>a", 10_000_004), "This source is larger than 10 MB."],
    ["many bytes", "a.wsdl", () => Buffer.alloc(20_000_000, 32), "This source is larger than 10 MB."],
  ],
  "source-not-text": [
    ["UTF-16", "a.txt", () => Buffer.from("\ufeffa", "utf16le"), "it contains a zero byte, as UTF-16 does"],
    ["NUL bytes", "a.md", () => "a\0b", "it contains a zero byte"],
    [
      "Latin-1",
      "a.html",
      () => Buffer.from("caf\u00e9", "latin1"),
      "some of its bytes are not valid characters",
    ],
  ],
  "source-too-tangled": [
    ["opened marks", "a.md", () => `\n${many("*a_[`", 9_000_000)}`, long],
    ["a cell of opened links", "a.md", () => `\n| ${many("[a](", 9_000_000)} |`, long],
    ["marks in short lines", "a.md", () => `\n${many("*a_[`\n", 9_000_000)}`, many1000],
    ["fewer of them", "a.md", () => `\n${many("*a_[`\n", 900_000)}`, many1000],
    ["deep HTML in Markdown", "a.md", () => many("<div>\n\n", 900_000), "more than 20000 paragraphs"],
    ["elements in elements", "a.html", () => many("<div>", 9_000_000), deep],
    ["elements in unclosed tables", "a.html", () => many("<table><tr><td>", 9_000_000), deep],
    ["marks that each paragraph repeats", "a.html", () => numbered((i) => `<p><b x=${i}>`, 90_000), deep],
    ["a million elements", "a.html", () => many("<hr>", 4_000_000), elements],
    ["lists in lists", "a.md", () => `a\n${many("- 1. >", 4000)}`, nested],
    ["an endless indent", "a.md", () => `a\n${many(" ", 4000)}a`, nested],
    ["a long line", "a.txt", () => many("a ", 9_000_000), "line 1 is longer than 5000 characters"],
    ["rows of Markdown", "a.md", () => `|a|b|\n|-|-|\n${many("|a|b|\n", 600_000)}`, many1000],
    ["headings", "a.txt", () => many("a\n\n", 55_000), "exceeds the limit of 2000 headings"],
    ["lines that stand alone", "a.txt", () => many("Some words here\n\n", 1_900_000), "the limit of 20000"],
    ["items", "a.md", () => many("- a\n", 400_000), many1000],
    ["items of HTML", "a.html", () => `<ul>${many("<li>a", 300_000)}`, "the limit of 20000 paragraphs"],
    ["sentences", "a.txt", () => many(`${many("<?a", 4900)}\n\n`, 900_000), "the limit of 40000 sentences"],
    ["rows", "a.txt", () => `Property Type\n${many("a.b string c\n", 600_000)}`, "the limit of 20000"],
    ["a text of many lines", "a.html", () => `<p>${many("a\n", 900_000)}`, "starts a text longer than 20000"],
  ],
  "source-no-wsdl": [
    [
      "an entity from a file",
      "a.wsdl",
      () => `<!-- > -->\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>`,
      notXml,
    ],
    ["an entity that nobody declares", "a.wsdl", () => body("\n&b;"), `line 3, ${notXml}`],
    ["elements in one another", "a.wsdl", () => body(`<a b="/>" c='>'>`.repeat(100_000)), notXml],
    [
      "the same behind comments and text that look like ends",
      "a.wsdl",
      () => body(`<a><!-- </a> --><![CDATA[</a>]]><?x </a>?>`.repeat(1000)),
      notXml,
    ],
    ["elements", "a.wsdl", () => body("<a/>".repeat(300_000)), endless],
    ["elements, a line each", "a.wsdl", () => body("<a/>\n".repeat(300_000)), endless],
    [
      "elements of a type with many values",
      "a.wsdl",
      () =>
        body(
          `<element name="a" type="t:E"/>`.repeat(1000),
          `<simpleType name="E"><restriction base="string">${'<enumeration value="A"/>'.repeat(50_000)}</restriction></simpleType>`,
        ),
      endless,
    ],
    [
      "types",
      "a.wsdl",
      () =>
        body(
          `<element name="a" type="t:T0"/>`,
          numbered((i) => type(`T${i}`, `T${i + 1}`, `T${i + 1}`), 30),
        ),
      endless,
    ],
    [
      "a chain of types",
      "a.wsdl",
      () => body(`<element name="a" type="t:T0"/>`, numbered(extension, 10_000)),
      endless,
    ],
    [
      "another kind of XML",
      "a.wsdl",
      () => `\n<svg xmlns="http://www.w3.org/2000/svg"/>`,
      "it is neither a WSDL nor an XML Schema",
    ],
    ["nothing", "a.wsdl", () => "", `line 1, ${notXml}`],
    ["comments without an end", "a.wsdl", () => "<!--".repeat(250_000), `line 1, ${notXml}`],
    ["a quote without an end", "a.wsdl", () => wrap(`<a b="${"'".repeat(100_000)}`), notXml],
  ],
};

/** A fifth of the size in a normal run, the full size in proof. */
const large = (size: number): number => scaleAmount({ suite: size / 5, full: size });

const rows = "<h2>Request objects</h2><h3>box</h3><table><tr><th>Property<th>Type";

const harmless: readonly (readonly [name: string, file: string, given: () => string])[] = [
  ["rows of text", "a.txt", () => `Property Type\n${many("a.b string c\n", large(240_000))}`],
  [
    "sentences between rows",
    "a.txt",
    () =>
      `P\n\nRequests\n\nbill\n\nProperty Type\n${numbered((i) => `bill.a${i} string c\n\nOf the next one\n\n`, large(4900))}`,
  ],
  [
    "rows under the name of no object",
    "a.html",
    () => `<table><tr><th>Property<th>Type${many("<tr><td>a", large(160_000))}`,
  ],
  ["elements that are put before a table", "a.html", () => `<table>${many("<hr>a", large(90_000))}`],
  ["a body again and again", "a.html", () => numbered((i) => `<body a${i}>`, large(500_000))],
  [
    "a cell over all columns there could be",
    "a.html",
    () => `<table><tr>${many("<td colspan=1000 rowspan=65534>a<tr>", large(700_000))}`,
  ],
  ["a comment without an end", "a.html", () => `<!--${many("<!--", large(9_000_000))}`],
  [
    "a name of thousands of steps",
    "a.html",
    () => `${rows}<tr><td>${numbered((i) => `x${i}.`, large(3000))}x<td>string`,
  ],
  [
    "names that each go on from the row above",
    "a.html",
    () => `${rows}${numbered((i) => `<tr><td>x${i}.x${i + 1}<td>string`, large(2500))}`,
  ],
  [
    "a header of columns",
    "a.html",
    () => `${rows}${numbered((i) => `<th>${i}`, large(50_000))}${many("<tr><td>a<td>string", large(90_000))}`,
  ],

  ["carriage returns", "a.wsdl", () => body(`${"\r".repeat(1_000_000)}<element name="a" type="string"/>`)],
  ["references", "a.wsdl", () => body("&amp;".repeat(100_000))],
  [
    "a chain of simple types",
    "a.wsdl",
    () =>
      body(
        `<element name="a" type="t:T0"/>`,
        numbered((i) => `<simpleType name="T${i}"><restriction base="t:T${i + 1}"/></simpleType>`, 10_000),
      ),
  ],
  [
    "names of what every object has",
    "a.wsdl",
    () =>
      body(
        ["__proto__", "constructor", "toString"]
          .map((name) => `<element name="${name}" type="${name}"/>`)
          .join(""),
      ),
  ],
];

const spec = specWith();

describe("a hostile source", () => {
  describe.each(Object.entries(refused))("is refused as %s", (code, cases) => {
    it.each(cases)("%s in %s", (_, file, given, says) => {
      const [told = "", ...more] = tell(file, given(), spec);
      expect([told.split(":")[0], told, ...more]).toEqual([code, expect.stringContaining(says)]);
    });
  });

  it.each(harmless)("is read in time, by paths of a length that bodies have: %s in %s", (_, file, given) => {
    const told = tell(file, given(), spec);
    expect(told.filter((line) => line.startsWith("source-"))).toEqual([]);
    expect(Math.max(0, ...told.map((line) => /^new \w+ (\S*)/.exec(line)?.[1]?.length ?? 0))).toBeLessThan(
      1001,
    );
  });
});
