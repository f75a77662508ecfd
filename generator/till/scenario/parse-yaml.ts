import type { Json } from "../../base/json.js";
import type { Position } from "../../base/problem/problem.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { createLocator } from "../../contract/read/json-text.js";
import { Composer, Lexer, Parser, isMap, isSeq, visit } from "../../base/text/yaml.js";
import type { Document, Node, Scalar } from "../../base/text/yaml.js";

/** Why a text cannot be read, in words, and where. */
interface YamlMistake {
  readonly detail: string;
  readonly offset: number;
}

/** Only plain data: no tags, no aliases and no merging, so that a small text stays small. */
const parseOptions = {
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // It compares each key with each; we look for keys that occur twice ourselves.
  uniqueKeys: false,
  logLevel: "silent",
} as const;

const maxNesting = 40;

/** Reads a text of YAML (JSON is YAML too): its documents as plain data, or else what is wrong with it. */
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
        /** Where a part begins in the text, by its JSON Pointer, or else the innermost part around it: a property with its key. */
        locate: (pointer: string): Position => toPosition(findOffset(pointer, document)),
      })),
  };
}

/** Ends early where a text nests too deeply: the parser keeps a list of what is open, and its readers call themselves for each level. */
function* readTokens(text: string, parser: Parser): ReturnType<Parser["end"]> {
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // The document and what is outermost in it are no levels.
    if (parser.stack.length > maxNesting + 2) return;
  }
  yield* parser.end();
}

function listMistakes(documents: Documents, { stack }: Parser, text: string): readonly YamlMistake[] {
  const deepest = stack.at(-1);
  if (deepest) return [{ detail: `it nests deeper than ${maxNesting} levels`, offset: deepest.offset }];
  const [error] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  // Those after it mostly follow from it.
  return error ? [toMistake(error, text)] : documents.flatMap(listUnsupported);
}

type Documents = readonly Document.Parsed[];

/** The message of the package, unless it is one that many will meet. */
function toMistake({ message, pos: [offset] }: Document.Parsed["errors"][number], text: string): YamlMistake {
  if (text.startsWith("${", offset - 1))
    return { detail: "${…} between { and }, or [ and ], has to be in quotes", offset: offset - 1 };
  const sentence = message.trimEnd().replace(/\.$/, "");
  return { detail: sentence.charAt(0).toLowerCase() + sentence.slice(1), offset };
}

/** What is YAML, and yet not the plain data that it seems to be. */
function listUnsupported(document: Document.Parsed): readonly YamlMistake[] {
  const faults: YamlMistake[] = [];
  const refuse = ({ range }: Node, detail: string): void =>
    void faults.push({ detail, offset: range?.[0] ?? 0 });
  visit(document, {
    Alias: (_, node) =>
      refuse(node, "an alias (*) stands here, and nothing in a scenario may be repeated by one"),
    Map: (_, { items }) => {
      const names = new Set<string>();
      // The options have seen to it that each key is a text.
      for (const { key } of items as readonly { readonly key: Scalar<string> }[]) {
        if (names.has(key.value)) refuse(key, `the key ${key.value} is here a second time`);
        if (key.value === "__proto__") refuse(key, "__proto__ is no key of anything here");
        names.add(key.value);
      }
    },
    Scalar: (_, node) => {
      if (typeof node.value === "number" && !isPlainNumber(node.value, node.source ?? ""))
        refuse(node, `${node.source} would be read as another number; put it in quotes if it is a code`);
    },
  });
  return faults.sort((a, b) => a.offset - b.offset);
}

/** Numbers of which no digit is lost: `0012` and `0x1F` are codes rather than numbers. */
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
