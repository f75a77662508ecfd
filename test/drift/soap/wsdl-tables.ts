import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The webhook types of the vendor's WSDL: only names, types and occurrence. */
interface WsdlTables {
  readonly types: readonly TableType[];
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

interface TableType {
  readonly name: string;
  readonly extends?: string;
  /** An element as a string: `columns: xsd:int 0..1`. */
  readonly elements: readonly string[];
}

export const wsdlTables = JSON.parse(
  readFileSync(join(import.meta.dirname, "wsdl-tables.json"), "utf8"),
) as WsdlTables;

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
