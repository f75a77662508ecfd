import { describe, expect, it } from "vitest";
import { specWith, tell } from "./door.js";

const many = (text: string, size: number): string => text.repeat(Math.floor(size / text.length));
const numbered = (make: (i: number) => string, count: number): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("");

const wrap = (content: string): string =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">\n${content}\n</schema>`;
const body = (content: string, ...others: readonly string[]): string =>
  wrap(`<complexType name="Body"><sequence>${content}</sequence></complexType>${others.join("")}`);
/** A type that contains the next one twice: thirty of them describe a billion elements. */
const twice = (i: number): string =>
  `<complexType name="T${i}"><sequence><element name="a" type="t:T${i + 1}"/><element name="b" type="t:T${i + 1}"/></sequence></complexType>`;
const extension = (i: number): string =>
  `<complexType name="T${i}"><complexContent><extension base="t:T${i + 1}"><sequence><element name="a" type="t:T${i + 1}"/></sequence></extension></complexContent></complexType>`;
const simple = (i: number): string =>
  `<simpleType name="T${i}"><restriction base="t:T${i + 1}"/></simpleType>`;
const values = `<simpleType name="E"><restriction base="string">${'<enumeration value="A"/>'.repeat(50_000)}</restriction></simpleType>`;

const tooMany = "exceeds the limit of 20000 paragraphs, items and rows";
const endless = "its types describe more than any body contains";
const notXml = "it is not well-formed XML";

type Refused = readonly [name: string, file: string, given: () => string | Buffer, says: string];

/** Files that are not text, that cost too much time, depth or memory, or that refer to other files. */
const refused: Readonly<Record<string, readonly Refused[]>> = {
  "source-too-large": [
    ["a large page", "a.html", () => "a".repeat(2_000_001), "This source is larger than 2 MB."],
    ["many bytes", "a.wsdl", () => Buffer.alloc(10_000_001, 32), "This source is larger than 10 MB."],
    ["a huge file", "a.ndjson", () => Buffer.alloc(200_000_001, 32), "This source is larger than 200 MB."],
  ],
  "source-not-text": [
    ["UTF-16", "a.txt", () => Buffer.from("\ufeffa", "utf16le"), "it contains a zero byte, as UTF-16 does"],
    ["Latin-1", "a.html", () => Buffer.from("é", "latin1"), "some of its bytes are not valid characters"],
  ],
  "source-too-tangled": [
    ["elements in elements", "a.html", () => many("<div>", 2_000_000), "more than 250 elements deep"],
    [
      "attributes",
      "a.html",
      () => `<p ${numbered((i) => `a${i}=1 `, 100_000)}>`,
      "more than 5000 attributes",
    ],
    ["many rows", "a.html", () => `<table>${many("<tr><td>a<td>b", 1_900_000)}`, `line 1 ${tooMany}`],
    ["one text of many lines", "a.html", () => many("a\n", 20_004), "line 1 starts a text longer than 20000"],
    ["many items", "a.txt", () => many("• a\n", 100_000), `line 20001 ${tooMany}`],
    ["a long line", "a.txt", () => `a\n${"b".repeat(5001)}`, "line 2 is longer than 5000 characters"],
    ["nested lists", "a.md", () => `a\n${"- ".repeat(11)}b`, "line 2 nests too many lists or quotations"],
    ["an endless indent", "a.md", () => `a\n${" ".repeat(41)}b`, "line 2 nests too many lists or quotations"],
    ["deep HTML", "a.md", () => many("<div>", 4000), "more than 250 elements deep"],
    ["recorded JSON", "a.txt", () => 'Log:\n{ "event": "x" }', "line 2 contains JSON"],
  ],
  "source-no-wsdl": [
    [
      "an entity from a file",
      "a.wsdl",
      () => `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>`,
      notXml,
    ],
    ["an entity that nobody declares", "a.wsdl", () => body("\n&b;"), `line 3, ${notXml}`],
    ["deep elements", "a.wsdl", () => body(`<a b="/>" c='>'>`.repeat(100_000)), notXml],
    [
      "deep elements, each with ends that are none",
      "a.wsdl",
      () => body("<a><!-- </a> --><![CDATA[</a>]]><?x </a>?>".repeat(1000)),
      notXml,
    ],
    ["many elements", "a.wsdl", () => body("<a/>\n".repeat(300_000)), endless],
    ["many values", "a.wsdl", () => body(`<element name="a" type="t:E"/>`.repeat(1000), values), endless],
    ["types", "a.wsdl", () => body(`<element name="a" type="t:T0"/>`, numbered(twice, 30)), endless],
    [
      "a chain of types",
      "a.wsdl",
      () => body(`<element name="a" type="t:T0"/>`, numbered(extension, 10_000)),
      endless,
    ],
    ["other XML", "a.wsdl", () => `\n<svg xmlns="urn:svg"/>`, "it is neither a WSDL nor an XML Schema"],
    ["nothing", "a.wsdl", () => "", `line 1, ${notXml}`],
    ["comments without an end", "a.wsdl", () => "<!--".repeat(250_000), `line 1, ${notXml}`],
    ["a quote without an end", "a.wsdl", () => wrap(`<a b="${"'".repeat(100_000)}`), notXml],
  ],
};

const rows = "<h2>Request objects</h2><h3>box</h3><table><tr><th>Property<th>Type";

/** As large as the limits allow, or nearly so. */
const accepted: readonly (readonly [name: string, file: string, given: () => string])[] = [
  ["rows of text", "a.txt", () => `Property Type\n${many("a.b string c\n", 48_000)}`],
  [
    "sentences between rows",
    "a.txt",
    () =>
      `P\n\nRequests\n\nbill\n\nProperty Type\n${numbered((i) => `bill.a${i} string c\n\nOf the next one\n\n`, 980)}`,
  ],
  ["a body again and again", "a.html", () => numbered((i) => `<body a${i}>`, 100_000)],
  [
    "cells over all columns",
    "a.html",
    () => `<table>${many("<tr><td colspan=1000 rowspan=65534>a", 140_000)}`,
  ],
  ["a comment without an end", "a.html", () => many("<!--", 1_800_000)],
  ["a name of many steps", "a.html", () => `${rows}<tr><td>${numbered((i) => `x${i}.`, 600)}x<td>string`],
  [
    "names that each continue the one above",
    "a.html",
    () => `${rows}${numbered((i) => `<tr><td>x${i}.x${i + 1}<td>string`, 500)}`,
  ],
  [
    "a header of columns",
    "a.html",
    () => `${rows}${numbered((i) => `<th>${i}`, 10_000)}${many("<tr><td>a<td>string", 18_000)}`,
  ],
  ["marks", "a.md", () => many(`${many("*a_[`", 4900)}\n\n`, 100_000)],
  ["ten lists in one another, and a rule", "a.md", () => `${"- ".repeat(10)}a\n\n${"-".repeat(80)}\n`],
  ["carriage returns", "a.wsdl", () => body(`${"\r".repeat(1_000_000)}<element name="a" type="string"/>`)],
  ["references", "a.wsdl", () => body("&amp;".repeat(100_000))],
  [
    "a chain of simple types",
    "a.wsdl",
    () => body(`<element name="a" type="t:T0"/>`, numbered(simple, 10_000)),
  ],
  [
    "names of what every object has",
    "a.wsdl",
    () => body(`<element name="__proto__" type="__proto__"/><element name="toString" type="toString"/>`),
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

  it.each(accepted)("is read in time, without long paths: %s in %s", (_, file, given) => {
    const told = tell(file, given(), spec);
    expect(told.filter((line) => line.startsWith("source-"))).toEqual([]);
    const lengths = told.map((line) => /^new \w+ (\S*)/.exec(line)?.[1]?.length ?? 0);
    expect(Math.max(0, ...lengths)).toBeLessThan(1001);
  });
});
