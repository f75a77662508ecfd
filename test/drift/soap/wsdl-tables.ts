import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The types of the vendor's WSDL that have to do with webhooks: names, types, occurrence, and nothing else. */
export interface WsdlTables {
  readonly types: readonly TableType[];
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

export interface TableType {
  readonly name: string;
  readonly extends?: string;
  /** An element in a string, as `columns: xsd:int 0..1`. */
  readonly elements: readonly string[];
}

export const wsdlTables = JSON.parse(
  readFileSync(join(import.meta.dirname, "wsdl-tables.json"), "utf8"),
) as WsdlTables;

/** Reads the same tables from a page of Markdown. */
export function parseTables(markdown: string): WsdlTables {
  const [tables = "", enums = ""] = markdown.split("\n## Enumerations\n");
  return {
    types: splitSections(tables).map(({ heading, lines }) => {
      const [, name = "", base] = /^(\w+)(?: \(extends (\w+)\))?$/.exec(heading) ?? [];
      const rows = lines.filter((line) => line.startsWith("| ")).slice(1);
      return { name, ...(base !== undefined && { extends: base }), elements: rows.map(readRow) };
    }),
    enums: Object.fromEntries(
      splitSections(enums).map(({ heading, lines }) => [
        heading,
        lines.filter((line) => line.startsWith("- `")).map((line) => line.slice(3, -1)),
      ]),
    ),
  };
}

/** Splits text at headings of the third level; what comes under another heading is no part of a section. */
const splitSections = (text: string) =>
  text
    .split("\n### ")
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split("\n## ")[0]?.split("\n") ?? [];
      return { heading, lines };
    });

function readRow(row: string): string {
  const [, name = "", type = "", min = "", max = ""] = row.split("|").map((cell) => cell.trim());
  return `${name}: ${type} ${min || "1"}..${max || "1"}`;
}

/** A WSDL of these tables, a line for each element and each value. */
export function writeWsdl({ types, enums }: WsdlTables): string {
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`,
    `    xmlns:api="urn:of-a-test" targetNamespace="urn:of-a-test">`,
    `  <types>`,
    `    <xsd:schema targetNamespace="urn:of-a-test" elementFormDefault="qualified">`,
    ...types.flatMap(writeType),
    ...Object.entries(enums).flatMap(writeEnum),
    `    </xsd:schema>`,
    `  </types>`,
    `</definitions>`,
    ``,
  ].join("\n");
}

function writeType(type: TableType): string[] {
  const sequence = [
    `        <xsd:sequence>`,
    ...type.elements.map((element) => `          ${writeElement(element)}`),
    `        </xsd:sequence>`,
  ];
  const content =
    type.extends === undefined
      ? sequence
      : [
          `        <xsd:complexContent><xsd:extension base="api:${type.extends}">`,
          ...sequence,
          `        </xsd:extension></xsd:complexContent>`,
        ];
  return [`      <xsd:complexType name="${type.name}">`, ...content, `      </xsd:complexType>`];
}

function writeElement(element: string): string {
  const [, name = "", type = "", min = "", max = ""] = /^(\w+): (\S+) (\w+)\.\.(\w+)$/.exec(element) ?? [];
  const full = type.startsWith("xsd:") ? type : `api:${type}`;
  const occurs = `${min === "1" ? "" : ` minOccurs="${min}"`}${max === "1" ? "" : ` maxOccurs="${max}"`}`;
  return `<xsd:element name="${name}" type="${full}"${occurs}/>`;
}

const writeEnum = ([name, values]: readonly [string, readonly string[]]): string[] => [
  `      <xsd:simpleType name="${name}"><xsd:restriction base="xsd:string">`,
  ...values.map((value) => `          <xsd:enumeration value="${value}"/>`),
  `      </xsd:restriction></xsd:simpleType>`,
];
