import type { Json } from "../../base/json.js";
import type { Position } from "../../base/problem/problem.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { createLocator } from "../../contract/read/json-tree.js";
import { uncapitalize } from "../../base/text/words.js";
import { Composer, Lexer, Parser, isMap, isSeq, visit } from "../../base/text/yaml.js";
import type { Document, Node, Scalar } from "../../base/text/yaml.js";

interface YamlMistake {
  readonly detail: string;
  readonly offset: number;
}

/** No tags, aliases or merge keys, so that a small text stays small. */
const parseOptions = {
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // The package compares every two keys; our check is linear.
  uniqueKeys: false,
  logLevel: "silent",
} as const;

const maxNesting = 40;

/** Also parses JSON, which is YAML. Returns the documents as plain data, or the mistakes in the text. */
export function parseYaml(text: string) {
  const parser = new Parser();
  const documents = [...new Composer(parseOptions).compose(readTokens(text, parser))];
  const toPosition = createLocator(text);
  const faults = listMistakes(documents, parser, text).slice(0, 10);
  return {
    faults: faults.map(({ detail, offset }) => ({ detail, position: toPosition(offset) })),
    documents: (faults.length > 0 ? [] : documents)
      .filter(({ contents }) => contents !== null)
      .map((document) => ({
        value: document.toJS() as Json,
        /** The position of a JSON Pointer (of the key, for a property), or of the innermost value around it. */
        locate: (pointer: string): Position => toPosition(findOffset(pointer, document)),
      })),
  };
}

/** Stops at deep nesting, because the parser keeps a stack of open nodes and its consumers recurse. */
function* readTokens(text: string, parser: Parser): ReturnType<Parser["end"]> {
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // Not counting the document and its outermost value.
    if (parser.stack.length > maxNesting + 2) return;
  }
  yield* parser.end();
}

function listMistakes(documents: Documents, { stack }: Parser, text: string): readonly YamlMistake[] {
  const deepest = stack.at(-1);
  if (deepest) return [{ detail: `it nests deeper than ${maxNesting} levels`, offset: deepest.offset }];
  const [error] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  // Later errors mostly follow from the first.
  return error ? [toMistake(error, text)] : documents.flatMap(listUnsupported);
}

type Documents = readonly Document.Parsed[];

/** The package's message, except for a common mistake. */
function toMistake({ message, pos: [offset] }: Document.Parsed["errors"][number], text: string): YamlMistake {
  if (text.startsWith("${", offset - 1))
    return { detail: "${…} inside { } or [ ] must be in quotes", offset: offset - 1 };
  const sentence = message.trimEnd().replace(/\.$/, "");
  return { detail: uncapitalize(sentence), offset };
}

/** Valid YAML that is not plain data. */
function listUnsupported(document: Document.Parsed): readonly YamlMistake[] {
  const faults: YamlMistake[] = [];
  const refuse = ({ range }: Node, detail: string): void =>
    void faults.push({ detail, offset: range?.[0] ?? 0 });
  visit(document, {
    Alias: (_, node) => refuse(node, "a scenario cannot have aliases (*)"),
    Map: (_, { items }) => {
      const names = new Set<string>();
      // The parser options make every key a string.
      for (const { key } of items as readonly { readonly key: Scalar<string> }[]) {
        if (names.has(key.value)) refuse(key, `the key ${key.value} is a duplicate`);
        if (key.value === "__proto__") refuse(key, "__proto__ is not a valid key");
        names.add(key.value);
      }
    },
    Scalar: (_, node) => {
      if (typeof node.value === "number" && !isPlainNumber(node.value, node.source ?? ""))
        refuse(node, `${node.source} would be read as a different number; put it in quotes if it is a code`);
    },
  });
  return faults.sort((a, b) => a.offset - b.offset);
}

/** Numbers must keep all their digits: `0012` and `0x1F` are more likely codes. */
const isPlainNumber = (value: number, source: string): boolean =>
  Number.isFinite(value) &&
  (!Number.isInteger(value) || Number.isSafeInteger(value)) &&
  !/^[-+]?0[\dxo]/i.test(source);

function findOffset(pointer: string, { contents }: Document.Parsed): number {
  let [part, offset] = [contents as Node | null, contents?.range[0] ?? 0];
  for (const token of splitPointer(pointer)) {
    const pair = isMap<Scalar, Node | null>(part)
      ? part.items.find(({ key }) => key.value === token)
      : undefined;
    const item = isSeq<Node>(part) ? part.items[Number(token)] : undefined;
    const range = (pair?.key ?? item)?.range;
    if (!range) return offset;
    [part, offset] = [pair ? pair.value : (item ?? null), range[0]];
  }
  return offset;
}
