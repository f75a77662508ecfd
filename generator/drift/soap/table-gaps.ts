import { quote } from "../../text/quote.js";
import type { SoapNamesFile } from "../../spec/dialect.js";
import type { Part } from "./bodies.js";
import type { Schemas, Unread } from "./schemas.js";
import type { Walk } from "./walk.js";
import { parseName, type XmlNode } from "./xml.js";

/** Where the table of names and the file do not fit together: types that nobody looked at, and names that are not in the file. */
export const listTableGaps = (
  names: SoapNamesFile,
  walk: Walk,
  parts: readonly Part[],
): readonly Unread[] => [...listUnknownTypes(names, walk), ...listLostNames(names, walk.schemas, parts)];

function listUnknownTypes({ leftOut, concerns }: SoapNamesFile, { schemas, reached }: Walk): Unread[] {
  return listNamed(schemas).flatMap(({ name, node }) =>
    reached.has(node) || Object.hasOwn(leftOut, name) || !concerns.some((part) => name.includes(part))
      ? []
      : [
          {
            kind: "unread",
            section: name,
            line: node.line,
            text: name,
            why: `no body has the type ${quote(name)}, and drift/soap-names.json does not leave it out`,
          },
        ],
  );
}

/** Types, and elements whose type is written in place. */
function listNamed({ types, elements }: Schemas): { readonly name: string; readonly node: XmlNode }[] {
  const inline = [...elements].flatMap(([name, { children }]) =>
    children.filter((node) => node.name === "complexType").map((node) => [name, node] as const),
  );
  return [...types, ...inline].map(([name, node]) => ({ name: parseName(name).name, node }));
}

function listLostNames(names: SoapNamesFile, schemas: Schemas, parts: readonly Part[]): Unread[] {
  const found = new Set([
    ...listNamed(schemas).map(({ name }) => name),
    ...parts.flatMap((part) => (part.kind === "named" ? [part.name] : [])),
  ]);
  const wanted = [
    ...names.roots.map(({ type }) => type),
    ...Object.keys(names.elements),
    ...Object.keys(names.leftOut),
  ];
  return [...new Set(wanted)]
    .filter((name) => !found.has(name))
    .map((name) => ({
      kind: "unread",
      section: name.split(".")[0] ?? "",
      line: 1,
      text: `${name} is missing`,
      why: `drift/soap-names.json names ${quote(name)}, which is not there`,
    }));
}
