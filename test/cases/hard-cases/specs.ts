import { type HardCase, inFile } from "./hard-case.js";

const dialect = inFile("cases/broken-specs/dialect.ts");
const keyword = inFile("cases/broken-specs/foreign-keywords.ts");
const link = inFile("cases/broken-specs/links.ts");
const text = inFile("cases/broken-specs/text.ts");
const encoding = inFile("cases/broken-specs/encoding.ts");
const read = inFile("schema/read.test.ts");

/** Keywords, references and files of a spec. */
export const specCases: readonly HardCase[] = [
  { id: "G22", what: "a pattern that backtracks without end", tests: [keyword("pattern")] },
  { id: "G23", what: "a pattern that is none, or too long to load", tests: [keyword("pattern")] },
  { id: "G24", what: "a pattern that leaves its literal", tests: [keyword("pattern")] },
  {
    id: "G25",
    what: "a format that is slow, unknown or inherited",
    tests: [dialect("an unknown format"), dialect("a format named as what every object has")],
  },
  {
    id: "G26",
    what: "a $ref to the web, to the system or out of the spec",
    tests: [
      link("a $ref to the web"),
      link("a $ref to a file of the system"),
      link("a $ref out of the spec"),
      inFile("architecture.test.ts")(
        "touches the file system where the spec is read, in write and in cli only",
      ),
    ],
  },
  {
    id: "G27",
    what: "a $ref in a circle, small or of ten thousand files",
    tests: [
      link("a file that refers to itself"),
      link("files that refer to one another in a circle, through items, alternatives and old shapes"),
      link("ten thousand files in a circle"),
      link("ten thousand files in a row"),
      keyword("allOf"),
    ],
  },
  {
    id: "G28",
    what: "a $ref that is no pointer, or half a character",
    tests: [link("a $ref to a malformed part"), link("a $ref with half a character")],
  },
  {
    id: "G29",
    what: "a keyword that is read from the data",
    tests: [dialect("a length that is read from the data")],
  },
  {
    id: "G30",
    what: "a file of great depth",
    tests: [text("100,000 arrays in one another"), text("100,000 objects in one another")],
  },
  {
    id: "G31",
    what: "a file of great size, or with ten thousand properties",
    tests: [
      encoding("a file of more than 5 MB"),
      dialect("an object of more properties than a type can be made of"),
    ],
  },
  {
    id: "G32",
    what: "a file that is no JSON, or no file",
    tests: [
      ...["a byte order mark", "UTF-16", "a NUL byte"].map(encoding),
      ...["a comma too many", "a key that stands twice is shown where it stands the second time"].map(text),
      ...["NaN", "an empty file"].map(text),
      ...["a pipe", "a link to ${name}"].map(inFile("cases/broken-specs/entries.ts")),
      read("names every file that cannot be read"),
      read("says so where the folder $name"),
    ],
  },
  { id: "G33", what: "a file that is no object", tests: [text("a file that is ${text}")] },
  {
    id: "G34",
    what: "bounds that no number holds, or that nothing is within",
    tests: [
      text("a number that is no number any more"),
      dialect("a length beyond all reason"),
      dialect("fewer items than none"),
      keyword("multipleOf"),
    ],
  },
  { id: "G35", what: "multiples of a hundredth", tests: [keyword("multipleOf")] },
  {
    id: "G36",
    what: "a keyword that is misspelt",
    tests: [dialect("an unknown keyword is named, with the one that was meant")],
  },
];
