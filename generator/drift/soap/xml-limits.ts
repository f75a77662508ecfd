/** Far beyond any WSDL there is: the vendor's has a few thousand elements, six deep. */
const limits = { elements: 200_000, depth: 100, tag: 4_000 };

/** Why a text must not go to the parser, which calls itself for each level, and the line where that shows. */
export interface Refusal {
  readonly reason: string;
  readonly line: number;
}

/** Looks through a text once, mark by mark. What is not well-formed is left to the parser, which stops at the same place. */
export function refuseXml(text: string): Refusal | undefined {
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    const mark = readMark(text, at);
    if (mark.kind === "document type")
      return refuse("it declares a document type, which no WSDL needs", text, at);
    if (mark.kind === "start") elements += 1;
    if (mark.kind === "start" && mark.end - at > limits.tag)
      return refuse("it has a tag that is too long", text, at);
    depth += mark.deeper;
    if (depth > limits.depth) return refuse("its elements are nested too deeply", text, at);
    if (elements > limits.elements) return refuse("it has too many elements", text, at);
    at = mark.end;
  }
  return undefined;
}

interface Mark {
  readonly kind: "start" | "document type" | "other";
  readonly deeper: -1 | 0 | 1;
  /** Where to look on. */
  readonly end: number;
}

/** What may hold angle brackets that are none, from what to what. */
const opaque: readonly (readonly [string, string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

function readMark(text: string, at: number): Mark {
  if (text.startsWith("<!DOCTYPE", at)) return { kind: "document type", deeper: 0, end: text.length };
  const found = opaque.find(([open]) => text.startsWith(open, at));
  if (found) return { kind: "other", deeper: 0, end: findEnd(text, found[1], at + found[0].length) };
  if (text.startsWith("</", at)) return { kind: "other", deeper: -1, end: findEnd(text, ">", at) };
  const end = findTagEnd(text, at);
  return { kind: "start", deeper: text[end - 2] === "/" ? 0 : 1, end };
}

function findEnd(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  return found === -1 ? text.length : found + closing.length;
}

/** The end of a start tag: an angle bracket outside quotes. */
function findTagEnd(text: string, at: number): number {
  let quote = "";
  for (let i = at; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return i + 1;
  }
  return text.length;
}

const refuse = (reason: string, text: string, at: number): Refusal => ({
  reason,
  line: text.slice(0, at).split("\n").length,
});
