import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";

/** An element of XML. */
export interface XmlNode {
  /** As `{namespace}name`. */
  readonly name: string;
  /** As they are written; those that declare namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** From 1. */
  readonly line: number;
  /** What a name with a prefix stands for here, as `{namespace}name`. */
  readonly resolve: (name: string) => string;
}

/** Reads a text as XML without a document type, and so without entities of its own; or says in which line it is none. */
export function readXml(file: string, given: string): Outcome<XmlNode> {
  // The parser takes ever longer over each carriage return that it finds.
  const text = given.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const refused = refuseXml(file, text);
  if (refused) return refused;
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    // A text without an element is no XML to the parser.
    return root ? success(toNode(root, { text, at: 0, line: 1 }, () => "")) : refuseWsdl(file, 1, notXml);
  } catch (error) {
    if (error instanceof XmlError) return refuseWsdl(file, error.line, notXml);
    throw error;
  }
}

const notXml = "it is no well-formed XML";

/** Says in which line a source is no WSDL. */
export const refuseWsdl = (file: string, line: number, detail: string): Outcome<never> =>
  failure([report("source-no-wsdl", { line, detail }, { file, pointer: "" })]);

/** Far beyond any WSDL there is: the vendor's has a few thousand elements, six deep. */
const limits = { tags: 200_000, depth: 100, length: 4_000 };

/** What may hold angle brackets that are none, and tags, cut behind the limit. What has no end goes on to that of the text. */
const marks =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|(<(?:[^"'>]|"[^"]*(?:"|$)|'[^']*(?:'|$)){0,4000}>?)/g;

/** Why a text must not go to the parser, which calls itself for each level. What is not well-formed is left to it. */
function refuseXml(file: string, text: string): Outcome<never> | undefined {
  let [depth, tags] = [0, 0];
  for (const { 1: tag, index } of text.matchAll(marks)) {
    if (tag === undefined) continue;
    tags += 1;
    if (tag.startsWith("</")) depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    const faults = [
      tag.startsWith("<!DOCTYPE") && "it declares a document type, which no WSDL needs",
      tag.length > limits.length && "it has a tag that is too long",
      depth > limits.depth && "its elements are nested too deeply",
      tags > limits.tags && "it has too many elements",
    ];
    const fault = faults.find((each) => each !== false);
    if (fault) return refuseWsdl(file, text.slice(0, index).split("\n").length, fault);
  }
  return undefined;
}

/** How far the lines of a text have been counted. */
interface Lines {
  readonly text: string;
  at: number;
  line: number;
}

function toNode(element: XmlElement, lines: Lines, findOuter: (prefix: string) => string): XmlNode {
  // Elements come in the order of the text.
  for (; lines.at < element.start; lines.at += 1) if (lines.text[lines.at] === "\n") lines.line += 1;
  const { line } = lines;
  const all = Object.entries(element.attributes);
  const own = new Map(all.filter(declares).map(([name, value]) => [name.slice("xmlns:".length), value]));
  // The namespace of a prefix that nobody declares is "".
  const find = (prefix: string): string => own.get(prefix) ?? findOuter(prefix);
  const resolve = (name: string): string => {
    const colon = name.indexOf(":");
    return `{${find(name.slice(0, Math.max(colon, 0)))}}${name.slice(colon + 1)}`;
  };
  const inner = element.children.filter((child) => child instanceof XmlElement);
  return {
    name: resolve(element.name),
    attributes: new Map(all.filter((attribute) => !declares(attribute))),
    children: inner.map((child) => toNode(child, lines, find)),
    line,
    resolve,
  };
}

/** Whether an attribute declares a prefix, or the namespace of names without one. */
const declares = ([name]: readonly [string, string]): boolean =>
  name === "xmlns" || name.startsWith("xmlns:");
