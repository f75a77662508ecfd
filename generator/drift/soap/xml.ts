import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";
import { refuseXml, type Refusal } from "./xml-limits.js";

/** An element of XML, with its namespace in place of its prefix. */
export interface XmlNode {
  readonly namespace: string;
  /** Without a prefix. */
  readonly name: string;
  /** As they are written; those that declare namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** From 1. */
  readonly line: number;
  readonly scope: Scope;
}

/** The prefixes that an element declares, and those around it. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer?: Scope;
}

/** Reads a text as XML without entities of its own, or says why not. */
export function readXml(given: string): { readonly root: XmlNode } | { readonly refused: Refusal } {
  // The parser takes ever longer over each carriage return that it finds.
  const text = given.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const refused = refuseXml(text);
  if (refused) return { refused };
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (!root) return { refused: { reason: "it has no element", line: 1 } };
    return { root: toNode(root, { own: new Map() }, indexLines(text)) };
  } catch (error) {
    if (error instanceof XmlError)
      return { refused: { reason: "it is no well-formed XML", line: error.line } };
    throw error;
  }
}

/** The name that a prefixed one stands for, as `{namespace}name`, in the scope of an element. */
export function resolveName(name: string, scope: Scope): string {
  const [prefix, local] = splitName(name);
  return formatName(findNamespace(prefix, scope), local);
}

/** A name in its namespace. */
export const formatName = (namespace: string, name: string): string => `{${namespace}}${name}`;

/** Splits `{namespace}name`. */
export function parseName(name: string): { readonly namespace: string; readonly name: string } {
  const end = name.lastIndexOf("}");
  return { namespace: name.slice(1, end), name: name.slice(end + 1) };
}

function toNode(element: XmlElement, outer: Scope, findLine: (offset: number) => number): XmlNode {
  const attributes = Object.entries(element.attributes);
  const own = new Map(attributes.flatMap(([name, value]) => readDeclaration(name, value)));
  const scope: Scope = own.size > 0 ? { own, outer } : outer;
  const [prefix, name] = splitName(element.name);
  return {
    namespace: findNamespace(prefix, scope),
    name,
    attributes: new Map(attributes.filter(([name, value]) => readDeclaration(name, value).length === 0)),
    children: element.children.flatMap((child) =>
      child instanceof XmlElement ? [toNode(child, scope, findLine)] : [],
    ),
    line: findLine(element.start),
    scope,
  };
}

/** The prefix that an attribute declares, if it declares one; "" is the default. */
function readDeclaration(name: string, value: string): (readonly [string, string])[] {
  if (name === "xmlns") return [["", value]];
  return name.startsWith("xmlns:") ? [[name.slice("xmlns:".length), value]] : [];
}

function splitName(name: string): readonly [string, string] {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** The namespace of a prefix that nobody declares is "". */
function findNamespace(prefix: string, scope: Scope): string {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found;
  }
  return "";
}

/** Finds the line of an offset: the number of line breaks before it, and one. */
function indexLines(text: string): (offset: number) => number {
  const breaks: number[] = [];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) breaks.push(at);
  return (offset) => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
