import { type HardCase, inFile } from "./hard-case.js";

const dialect = inFile("cases/broken-specs/dialect.ts");
const print = inFile("print/text.test.ts");
const exact = inFile("print/exact-text.test.ts");
const hostile = inFile("print/hostile-texts.ts");
const pages = inFile("pages/hostile.test.ts");
const types = inFile("targets/types/small-cases.ts");
const comment = print("a comment stays one comment that says nothing to tools");
const markdown = print("Markdown text stays in its cell, as text");
const pageText = pages("stays text wherever it stands");
const pageShape = pages("makes no heading, table or code block, and no link that leads away");

/** Prose that would be more than text. */
export const proseCases: readonly HardCase[] = [
  {
    id: "G37",
    what: "prose in the language of templates",
    tests: [
      hostile("{{x}} {{{x}}} <%= x %> #{x} {% x %}"),
      pageText,
      types("prose that could end its comment, or begin a tag, does not"),
    ],
  },
  {
    id: "G38",
    what: "prose with tags, in Markdown and in HTML",
    tests: [
      ...["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</details><!--"].map(hostile),
      pageText,
      inFile("targets/site/hostile.test.ts")(
        "makes no element that a plain text does not make, and leads nowhere else",
      ),
    ],
  },
  {
    id: "G39",
    what: "prose with links and images",
    tests: [hostile("[x](javascript:alert(1))"), hostile("![x](http://example.com/pixel.png)"), pageShape],
  },
  {
    id: "G40",
    what: "prose with bars and backticks in a table",
    tests: [...["a | b | c", "\\|", "`a|b`"].map(hostile), markdown, print("a code span stays in its cell")],
  },
  {
    id: "G41",
    what: "fences in a block of code",
    tests: [inFile("pages/exact.test.ts")("has a fence longer than any run of backticks in it")],
  },
  {
    id: "G42",
    what: "prose that MDX would run",
    tests: [
      ...["{1+1}", "import x from 'y'", "export const PWN = 1"].map(hostile),
      markdown,
      exact("what would begin a module"),
    ],
  },
  {
    id: "G43",
    what: "prose that begins a heading, or a page's own data",
    tests: [...["---\ntitle: x\n---", "# Heading", "==="].map(hostile), markdown, pageShape],
  },
  {
    id: "G44",
    what: "letters that cannot be seen, turn text round or look like others",
    tests: [
      ...["a\u202eb", "l\u0430bel", "Tab\u200ble"].map(dialect),
      print("a visible line hides nothing"),
      pages("is read in the description of a property"),
    ],
  },
  {
    id: "G45",
    what: "half a character in any text",
    tests: [hostile("\ud800 lone"), exact("half a character"), comment, dialect("a\ud800")],
  },
  {
    id: "G46",
    what: "names that act on the terminal",
    tests: [
      inFile("cli/lint.test.ts")(
        "shows characters that would act on the terminal, in names, lines and bodies",
      ),
      inFile("cli/bad-calls.ts")("a target that would act on the terminal"),
    ],
  },
];
