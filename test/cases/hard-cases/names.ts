import { type HardCase, inFile } from "./hard-case.js";

const dialect = inFile("cases/broken-specs/dialect.ts");
const keyword = inFile("cases/broken-specs/foreign-keywords.ts");
const place = inFile("cases/broken-specs/places.ts");
const name = inFile("cases/broken-specs/names.ts");
const print = inFile("print/text.test.ts");
const hostile = inFile("print/hostile-texts.ts");
const types = inFile("targets/types/small-cases.ts");
const own = inFile("targets/validators/own-properties.test.ts");
const oddNames = inFile("output/odd-names.test.ts");
const comment = print("a comment stays one comment that says nothing to tools");
const literal = print("a string literal reads back as itself, in one line");

/** Names of a spec, and code in the place of them. */
export const nameCases: readonly HardCase[] = [
  {
    id: "G1",
    what: "an $id that is code, at the top and deeper down",
    tests: [keyword("$id"), keyword("${keyword} is not in the dialect deeper down, whatever code it holds")],
  },
  {
    id: "G2",
    what: "a type whose name ends a comment and begins a statement",
    tests: [dialect("*/ export const PWN=1; /*"), dialect("a type named ${JSON.stringify(title)}")],
  },
  {
    id: "G3",
    what: "a description that ends its comment, in any spelling",
    tests: [
      comment,
      ...["*/ globalThis.PWN=1; /*", "*\\/", "* /", "ends with *\n/ begins with slash"].map(hostile),
      types("prose that could end its comment, or begin a tag, does not"),
    ],
  },
  {
    id: "G4",
    what: "a description with each end of a line, and code behind it",
    tests: [
      comment,
      ...["one\rglobalThis.PWN=1", "one\u2028globalThis.PWN=1", "one\u2029globalThis.PWN=1"].map(hostile),
      hostile("one\u0085globalThis.PWN=1"),
    ],
  },
  {
    id: "G5",
    what: "a description that directs the compiler or the linter, or is a tag",
    tests: [
      comment,
      ...["@ts-nocheck", "@ts-ignore", "eslint-disable", "@deprecated do not use"].map(hostile),
      hostile("{@link javascript:alert(1)}"),
    ],
  },
  {
    id: "G6",
    what: "a description that names a source map, or refers to a file",
    tests: [
      comment,
      hostile("//# sourceMappingURL=http://example.com/x.map"),
      hostile('/// <reference path="/etc/passwd"/>'),
    ],
  },
  {
    id: "G7",
    what: "a property with quotes, backslashes, a line's end or a NUL in its name",
    tests: [
      ...["it's", 'say"so', "a`b", "${PWN=1}", "back\\slash", "trailing\\", "new\nline", "n\0l"].map(dialect),
      dialect("a property named ${JSON.stringify(name.slice(0, 30))}"),
    ],
  },
  {
    id: "G8",
    what: "a property whose name leaves its computed key",
    tests: [dialect(']: (globalThis.PWN=1), ["')],
  },
  { id: "G9", what: "a property named __proto__", tests: [dialect("a property named __proto__")] },
  {
    id: "G10",
    what: "properties named as what every object has",
    tests: [
      ...["constructor", "toString", "valueOf", "prototype", "then"].map(own),
      own("%s is missing where it is only inherited"),
      name("a property that a library cannot stand"),
    ],
  },
  {
    id: "G11",
    what: "values of an enum with quotes, ends of lines and templates",
    tests: [
      literal,
      inFile("output/feature-spec.ts")('quo"te'),
      inFile("output/feature-spec.ts")("line\u2028"),
      inFile("output/agreement.test.ts")("agree on ${documents} spoilt documents (MPLUS_SEED=${seed})"),
    ],
  },
  { id: "G12", what: "an enum of texts on an integer", tests: [dialect("an enum of numbers")] },
  {
    id: "G13",
    what: "code in a default, an example or a const",
    tests: ["default", "examples", "const"].map(keyword),
  },
  {
    id: "G14",
    what: "keywords of other tools",
    tests: [
      ...["tsType", "tsEnumNames", "x-enum-varnames", "x-mint"].map(keyword),
      keyword("${keyword} is not in the dialect"),
    ],
  },
  {
    id: "G15",
    what: "an event whose name is a path",
    tests: [
      ...["events/../scanCode.json", "events/C:\\x.json", "events/\\\\srv\\x.json"].map(place),
      ...["events/%2e%2e.json", "events/...json", "requests/a/b.json"].map(place),
    ],
  },
  {
    id: "G16",
    what: "an event whose name is a device to Windows, or ends as no file may",
    tests: [
      ...["con", "nul"].map(name),
      ...["events/aux.ts.json", "events/a..json", "events/a .json"].map(place),
    ],
  },
  {
    id: "G17",
    what: "two events that are one where case or composition says nothing",
    tests: [
      name("two events whose names differ in case only"),
      ...["events/\u00e9.json", "events/e\u0301.json"].map(place),
    ],
  },
  {
    id: "G18",
    what: "an event with too long a name for a file",
    tests: [place('events/${"a".repeat(65)}.json'), place('events/${"a".repeat(300)}.json')],
  },
  {
    id: "G19",
    what: "events named as keywords, or as what every object has",
    tests: [
      ...["class", "default", "await", "constructor"].map(oddNames),
      oddNames("%s is checked as itself"),
      oddNames("compile"),
      place("events/__proto__.json"),
      inFile("conformance/cases/paths.ts")("__proto__"),
    ],
  },
  {
    id: "G20",
    what: "two names that would be one in the code, or one that is taken",
    tests: [
      place("events/scan-code.json"),
      name("an object with the name of an event's request"),
      name("an event named ${event}, whose file would be in the way or no file at all"),
      oddNames("have files of their own, whatever the case of letters"),
    ],
  },
  {
    id: "G21",
    what: "an event that means something to a router",
    tests: ["events/:id.json", "events/*.json", "events/(.*).json", "events/{a}.json"].map(place),
  },
];
