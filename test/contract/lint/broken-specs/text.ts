import { fault, unfit, type LintCase } from "./lint-case.js";

const file = "common/table.json";

const syntax = (name: string, text: string, line: string, detail: string): LintCase =>
  fault(
    name,
    { [file]: text },
    { code: "json-syntax", at: `${file}#`, line, message: `This is not valid JSON: ${detail}.` },
  );

const deep = 100_000;
const longLine = `{ "description": "${"x".repeat(300)}" "type": "object" }`;

const tooDeep = (name: string, text: string): LintCase =>
  fault(
    name,
    { [file]: text },
    { code: "json-depth", at: `${file}#`, line: "1:1", message: "This is nested deeper than 100 levels." },
  );

export const textCases: readonly LintCase[] = [
  ...["a\udfff", "\udc00\ud800"].map((half): LintCase =>
    fault(
      `a value of an enum with half a character: ${JSON.stringify(half)}`,
      { "requests/scanCode.json#/properties/codeType/enum/0": half },
      unfit("requests/scanCode.json#/properties/codeType/enum/0", String.raw`must match ^\P{Cs}*$`),
    ),
  ),
  syntax("an empty file", "", "1:1", "the file is empty"),
  syntax("a brace too few", '{\n  "title": "Table"\n', "3:1", "close brace expected"),
  syntax("a brace too many", '{\n  "title": "Table"\n}\n}', "4:1", "there is text after the end"),
  syntax(
    "a comma too many",
    '{\n  "title": "Table",\n}',
    "3:1",
    "expected a property name in double quotes (extra comma?)",
  ),
  syntax("a comma too many in a list", '{ "a": [1,] }', "1:11", "expected a value (extra comma?)"),
  syntax("a comma too few", '{\n  "a": 1\n  "b": 2\n}', "3:3", "comma expected"),
  syntax("a colon too few", '{\r\n  "a" 1\r\n}', "2:7", "colon expected"),
  syntax("a string without an end", '{\n  "a": "x\n}', "2:8", "unexpected end of string"),
  syntax("a tab in a string", '{ "a": "x\ty" }', "1:8", "invalid character"),
  syntax("an escape that JSON does not have", '{ "a": "\\x" }', "1:8", "invalid escape character"),
  syntax("half a \\u escape", '{ "a": "\\u12" }', "1:8", "invalid unicode"),
  syntax("NaN", '{ "a": NaN }', "1:8", "this word is not valid JSON"),
  syntax("a comment", '{\n  // why\n  "a": 1\n}', "2:3", "comments are not allowed"),
  syntax("a byte order mark", "\ufeff{}", "1:1", "this word is not valid JSON"),
  fault(
    "a fault far into a long line shows the text before it",
    { [file]: longLine },
    { code: "json-syntax", at: `${file}#`, line: "1:321", text: longLine },
  ),
  tooDeep("100,000 arrays in one another", "[".repeat(deep)),
  tooDeep("100,000 objects in one another", '{"a":'.repeat(deep) + "1" + "}".repeat(deep)),
  tooDeep("depth behind closing brackets in strings", '["}",'.repeat(deep) + "1" + "]".repeat(deep)),
  fault(
    "a key that stands twice is shown where it stands the second time",
    { [file]: '{\n  "title": "Table",\n  "description": "A table.",\n  "title": "Desk"\n}' },
    {
      code: "duplicate-key",
      at: `${file}#/title`,
      line: "4:3",
      text: '  "title": "Desk"',
      message: 'The key "title" occurs twice; JSON keeps only one of them.',
      hint: "Remove one of the two.",
    },
  ),
  fault(
    "a key that stands twice in two spellings",
    { [file]: '{ "title": "A", "\\u0074itle": "B" }' },
    { code: "duplicate-key", at: `${file}#/title`, line: "1:17" },
  ),
  fault(
    "a key that stands twice deep inside",
    { [file]: '{ "anyOf": [{}, { "~a/b": 1, "c": "}", "~a/b": 1 }] }' },
    { code: "duplicate-key", at: `${file}#/anyOf/1/~0a~1b`, line: "1:40" },
  ),
  ...["[]", "null", '"x"'].map((text): LintCase =>
    fault(
      `a file that is ${text}`,
      { [file]: text },
      { ...unfit(`${file}#`, "must be object"), line: "1:1" },
    ),
  ),
  fault(
    "a number that is no number any more",
    { [file]: '{ "title": "Table", "description": "A.", "type": "integer", "maximum": 1e400 }' },
    { code: "invalid-value", at: `${file}#/maximum`, line: "1:61" },
  ),
];
