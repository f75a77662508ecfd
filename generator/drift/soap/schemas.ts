import { quote } from "../../text/quote.js";
import { formatName, type XmlNode } from "./xml.js";
import type { Refusal } from "./xml-limits.js";

export const schemaNamespace = "http://www.w3.org/2001/XMLSchema";
export const wsdlNamespace = "http://schemas.xmlsoap.org/wsdl/";

/** What the schemas of a file declare, each thing by its name in its namespace. */
export interface Schemas {
  /** Complex and simple types, in the order of the file. */
  readonly types: ReadonlyMap<string, XmlNode>;
  readonly elements: ReadonlyMap<string, XmlNode>;
  readonly groups: ReadonlyMap<string, XmlNode>;
  readonly attributes: ReadonlyMap<string, XmlNode>;
  readonly attributeGroups: ReadonlyMap<string, XmlNode>;
  /** What lies elsewhere, what is declared twice, and what nobody knows. */
  readonly unread: readonly Unread[];
}

/** Something that was not understood. */
export interface Unread {
  readonly kind: "unread";
  /** The type that it is in; "" outside all of them. */
  readonly section: string;
  readonly line: number;
  /** What stands there, without prefixes, comments and explanations. */
  readonly text: string;
  readonly why: string;
}

/** Where each declaration of a schema belongs. */
const kinds: Readonly<Record<string, Exclude<keyof Schemas, "unread">>> = {
  complexType: "types",
  simpleType: "types",
  element: "elements",
  group: "groups",
  attribute: "attributes",
  attributeGroup: "attributeGroups",
};

/** Whether a node is one of XML Schema, of one of these names. */
export const isSchemaNode = (node: XmlNode, ...names: readonly string[]): boolean =>
  node.namespace === schemaNamespace && names.includes(node.name);

const isWsdlNode = (node: XmlNode, name: string): boolean =>
  node.namespace === wsdlNamespace && node.name === name;

/** Indexes the schemas of a WSDL, or of a file that is one. */
export function indexSchemas(root: XmlNode): Schemas | Refusal {
  if (isSchemaNode(root, "schema")) return indexDeclarations([root], []);
  if (!isWsdlNode(root, "definitions"))
    return { line: root.line, reason: "it is neither a WSDL nor an XML Schema" };
  const schemas = root.children
    .filter((node) => isWsdlNode(node, "types"))
    .flatMap(({ children }) => children.filter((node) => isSchemaNode(node, "schema")));
  const imports = root.children.filter((node) => isWsdlNode(node, "import"));
  return indexDeclarations(schemas, imports.map(describeElsewhere));
}

function indexDeclarations(schemas: readonly XmlNode[], before: readonly Unread[]): Schemas {
  const found = {
    types: new Map<string, XmlNode>(),
    elements: new Map<string, XmlNode>(),
    groups: new Map<string, XmlNode>(),
    attributes: new Map<string, XmlNode>(),
    attributeGroups: new Map<string, XmlNode>(),
  };
  const unread = [...before];
  for (const schema of schemas) {
    const namespace = schema.attributes.get("targetNamespace") ?? "";
    for (const node of schema.children) {
      const kind = node.namespace === schemaNamespace ? kinds[node.name] : undefined;
      const name = node.attributes.get("name");
      if (kind === undefined || name === undefined) {
        unread.push(...describeOther(node));
        continue;
      }
      const full = formatName(namespace, name);
      if (found[kind].has(full)) unread.push(describeTwice(node, name));
      else found[kind].set(full, node);
    }
  }
  return { ...found, unread };
}

/** An import that says no place only announces a namespace: what is missing from it shows where it is used. */
function describeOther(node: XmlNode): Unread[] {
  if (isSchemaNode(node, "annotation")) return [];
  if (isSchemaNode(node, "import") && !node.attributes.has("schemaLocation")) return [];
  if (isSchemaNode(node, "import", "include", "redefine", "override")) return [describeElsewhere(node)];
  return [
    {
      ...place(node),
      text: node.name,
      why: `no reader understands ${quote(node.name)} in a schema`,
    },
  ];
}

function describeElsewhere(node: XmlNode): Unread {
  const where = node.attributes.get("schemaLocation") ?? node.attributes.get("location") ?? "";
  return {
    ...place(node),
    text: `${node.name}: ${where}`,
    why: `what it takes from ${quote(where)} is not read: put it into this file`,
  };
}

const describeTwice = (node: XmlNode, name: string): Unread => ({
  ...place(node),
  section: name,
  text: `${node.name} ${name}, again`,
  why: `${quote(name)} is declared twice; only the first is read`,
});

const place = ({ line }: XmlNode) => ({ kind: "unread", section: "", line }) as const;
