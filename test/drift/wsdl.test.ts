import { describe, expect, it } from "vitest";
import { readWsdl } from "../../generator/drift/wsdl.js";
import type { SoapNamesFile } from "../../generator/contract/read/dialect.js";
import { toLine } from "./cases.js";
import { readCases } from "../workbench/cases.js";

/** Optional by default. */
const el = (name: string, type: string, more = 'minOccurs="0"'): string =>
  `<element name="${name}" type="${type}" ${more}/>`;
const sequence = (...content: readonly string[]): string => `<sequence>${content.join("")}</sequence>`;
const complex = (name: string, ...content: readonly string[]): string =>
  `<complexType name="${name}">${content.join("")}</complexType>`;
const simple = (name: string, content: string): string =>
  `<simpleType name="${name}">${content}</simpleType>`;
const values = (...all: readonly string[]): string =>
  `<restriction base="string">${all.map((value) => `<enumeration value="${value}"/>`).join("\n")}</restriction>`;
const body = (content: string, ...others: readonly string[]): string =>
  [complex("Body", sequence(content)), ...others].join("\n");
const wrap = (content: string): string =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">\n${content}\n</schema>`;

const names: SoapNamesFile = {
  source: "A schema",
  seenAs: "a schema",
  roots: [{ type: "Body", side: "response", path: "" }],
  elements: {},
  leftOut: {},
  concerns: [],
};

/** Each row with its line, then the unknown nodes. */
function read(text: string, table: Partial<SoapNamesFile> = {}): readonly string[] {
  const outcome = readWsdl("api.wsdl", text, { ...names, ...table });
  if (!outcome.ok) return outcome.problems.map(({ code, message }) => `${code}: ${message}`);
  const { rows, sentences } = outcome.value;
  return [
    ...rows.map((row) => toLine(row).replace(/^response ([^:]*)/, `$1 (${row.place.line})`)),
    ...sentences.map(({ place: { line }, why = "" }) => `unread (${line}): ${why}`),
  ];
}

interface Construct {
  readonly name: string;
  readonly given: string;
  readonly told: readonly string[];
}

const cases = readCases("wsdl.yaml", import.meta) as readonly Construct[];

describe("a schema", () => {
  it.each(cases)("with $name", ({ given, told }) => {
    expect(read(wrap(given))).toEqual(told);
  });

  it("in a WSDL says what it says by itself, whatever the prefixes", () => {
    const schema = wrap(body(el("a", "t:B"), complex("B", sequence(el("b", "string")))));
    const other = schema
      .replaceAll(/<(\/?)(?=\w)/g, "<$1xs:")
      .replace("xmlns=", "xmlns:xs=")
      .replaceAll(/(xmlns:|")t(?=[:=])/g, "$1u")
      .replace('"string"', '"xs:string"');
    const wsdl = (inner: string): string =>
      `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/"><w:import location="b.wsdl"/><w:types>${inner}</w:types><w:message/></w:definitions>`;
    const elsewhere = 'unread (1): drift does not understand "import"';
    expect(read(wsdl(schema))).toEqual([...read(schema), elsewhere]);
    expect(read(wsdl(other))).toEqual(read(wsdl(schema)));
  });
});

describe("the table of names", () => {
  const schema = wrap(
    body(
      `${el("old", "t:In")}${el("left", "string")}${el("kind", "string")}`,
      complex("In", sequence(el("up", "int"), el("at", "int"))),
      simple("Event", values("EVENT-GO", "EVENT-COME-BACK")),
      simple("Kind", values("A", "B")),
      complex("BodyOfNobody"),
      complex("Other"),
    ),
  );
  const table: Partial<SoapNamesFile> = {
    roots: [
      { type: "Body", side: "response", path: "" },
      { type: "Event", side: "event", path: "" },
      { type: "Kind", side: "response", path: "kind" },
      { type: "Gone", side: "request", path: "" },
    ],
    elements: {
      "Body.old": { path: "new/item", why: "It is in another object." },
      "In.up": { path: "../up", why: "It is one level higher." },
    },
    leftOut: { "Body.left": "No body has it.", "In.lost": "No body has it." },
    concerns: ["Body"],
  };

  it("names, moves and leaves out elements, and says which enums list what; what does not fit is unread", () => {
    expect(read(schema, table)).toEqual([
      "new.item (2): object",
      "new.up (3): integer",
      "new.item.at (3): integer, optional",
      "kind (2): text",
      "event go",
      "event comeBack",
      "kind (6): values a b",
      "unread (8): no body has this type, and drift/soap-names.json does not leave it out",
      'unread (1): drift/soap-names.json names "Gone", which is not in the file',
      'unread (1): drift/soap-names.json names "In.lost", which is not in the file',
    ]);
  });

  it("is needed", () => {
    expect(read(schema, { roots: [] })).toEqual([expect.stringContaining("no-soap-names")]);
  });
});
