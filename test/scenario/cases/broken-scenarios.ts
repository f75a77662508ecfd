import type { ProblemCode } from "../../../generator/problem/catalogue.js";

/** A text that is no scenario: where it says so, and what. */
export interface BrokenScenario {
  readonly name: string;
  readonly given: string;
  readonly want: { readonly code: ProblemCode; readonly at?: string; readonly says: string };
}

const steps = (...lines: readonly string[]): string =>
  ["steps:", ...lines.map((line) => `  ${line}`)].join("\n");

/** Texts that must be told plainly, and those that mean harm. */
export const brokenScenarios: readonly BrokenScenario[] = [
  {
    name: "nothing",
    given: "# no scenario yet\n",
    want: { code: "scenario-empty", says: "No scenario is in here. A scenario has `steps:`" },
  },
  {
    name: "no steps",
    given: "name: A round\n",
    want: { code: "scenario-lacks", at: "1:1", says: '"steps" is missing here.' },
  },
  {
    name: "a list",
    given: "- scan: x\n",
    want: { code: "scenario-value", at: "1:1", says: "This has to be an object." },
  },
  {
    name: "an empty list of steps",
    given: "steps: []\n",
    want: { code: "scenario-value", at: "1:1", says: "This has to be a list with something in it." },
  },
  {
    name: "a misspelt key",
    given: `nme: A round\n${steps("- startSession:")}`,
    want: { code: "scenario-key", at: "1:1", says: 'There is no "nme" here. Did you mean "name"?' },
  },
  {
    name: "a misspelt event",
    given: steps("- addSesionLine: {}"),
    want: {
      code: "scenario-key",
      at: "2:5",
      says: 'There is no "addSesionLine" here. Did you mean "addSessionLine"?',
    },
  },
  {
    name: "a property that begins as another",
    given: steps("- addSessionLine: { line: { price: 2.5 } }"),
    want: { code: "scenario-key", at: "2:31", says: 'There is no "price" here. Did you mean "priceIncl"?' },
  },
  {
    name: "a misspelt part of an answer",
    given: steps("- scan: x", "  expect: { dialog: { dialogTitel: Size } }"),
    want: {
      code: "scenario-key",
      at: "3:25",
      says: 'There is no "dialogTitel" here. Did you mean "dialogTitle"?',
    },
  },
  {
    name: "a misspelt part of the sale",
    given: steps("- scan: x", "  expect: { session: { linez: [] } }"),
    want: { code: "scenario-key", at: "3:26", says: 'There is no "linez" here. Did you mean "lines"?' },
  },
  {
    name: "a misspelt setting",
    given: `settings: { callbak: true }\n${steps("- startSession:")}`,
    want: { code: "scenario-key", at: "1:13", says: 'There is no "callbak" here. Did you mean "callback"?' },
  },
  {
    name: "a setting of another kind",
    given: `settings: { pollEvery: fast }\n${steps("- startSession:")}`,
    want: { code: "scenario-value", at: "1:13", says: "This has to be a whole number." },
  },
  {
    name: "a product that there is not",
    given: `product: kassa\n${steps("- startSession:")}`,
    want: { code: "scenario-value", at: "1:1", says: 'This has to be one of "pos", ' },
  },
  {
    name: "a release that is a number",
    given: `release: 58.1\n${steps("- startSession:")}`,
    want: { code: "scenario-value", at: "1:1", says: 'This has to be a release in quotes: "58.1".' },
  },
  {
    name: "a code that is a number",
    given: steps("- scan: 2900004815168"),
    want: {
      code: "scenario-value",
      at: "2:5",
      says: "This has to be a text or an object. Put it in quotes.",
    },
  },
  {
    name: "a number that would lose a zero",
    given: steps("- scan: 0012"),
    want: {
      code: "scenario-syntax",
      at: "2:11",
      says: "0012 would be read as another number; put it in quotes",
    },
  },
  {
    name: "a number that would lose digits",
    given: steps("- addSessionLine: { line: { articleNumber: 12345678901234567890 } }"),
    want: { code: "scenario-syntax", at: "2:46", says: "would be read as another number" },
  },
  {
    name: "a text in the place of a number",
    given: steps("- addSessionLine: { line: { priceIncl: much } }"),
    want: { code: "scenario-value", at: "2:31", says: "This has to be a number or ${…}." },
  },
  {
    name: "a time without a unit",
    given: steps("- wait: 10"),
    want: { code: "scenario-value", at: "2:5", says: "This has to be a time: 500ms, 30s, 10m or 1h." },
  },
  {
    name: "a fault that there is not",
    given: steps("- startSession:", "  fault: slwo"),
    want: { code: "scenario-value", at: "3:5", says: 'This has to be one of "slow", "gone", "twice"' },
  },
  {
    name: "a fault of what is no event",
    given: steps("- cancel:", "  fault: slow"),
    want: { code: "scenario-fault", at: "3:5", says: 'A fault is of a request, and "cancel" is no event.' },
  },
  {
    name: "a step that does nothing",
    given: steps("- expect: {}"),
    want: { code: "scenario-step", at: "2:5", says: "This step does nothing. It needs the name of an event" },
  },
  {
    name: "a step that does two things",
    given: steps("- choose: Large", "  startPayment:"),
    want: {
      code: "scenario-step",
      at: "2:5",
      says: "This step does choose and startPayment, and a step does one thing.",
    },
  },
  {
    name: "a name that nothing has",
    given: `values: { card: "1" }\n${steps("- scan: ${crd}")}`,
    want: { code: "scenario-name", at: "3:5", says: 'Nothing here is called "crd". Did you mean "card"?' },
  },
  {
    name: "a name that a later step has",
    given: steps("- scan: ${first.code}", "- scan: x", "  as: first"),
    want: { code: "scenario-name", at: "2:5", says: 'Nothing here is called "first".' },
  },
  {
    name: "a name that is no name",
    given: `values: { "a b": 1 }\n${steps("- startSession:")}`,
    want: { code: "scenario-value", at: "1:11", says: "This has to be a name of letters, digits, - and _" },
  },
  {
    name: "a bare ${…} between braces",
    given: steps("- scanCode: { scannedCode: ${card} }"),
    want: {
      code: "scenario-syntax",
      at: "2:30",
      says: "${…} between { and }, or [ and ], has to be in quotes",
    },
  },
  {
    name: "a bracket that does not close",
    given: steps("- addSessionLine: { line: { articleNumber: 12 }", "- scan: x"),
    want: { code: "scenario-syntax", says: "This is not the YAML of a scenario: " },
  },
  {
    name: "a key twice",
    given: steps("- scan: x", "  as: a", "  as: b"),
    want: { code: "scenario-syntax", at: "4:5", says: "the key as is here a second time" },
  },
  {
    name: "a key that changes all objects",
    given: `__proto__: { polluted: true }\n${steps("- startSession:")}`,
    want: { code: "scenario-syntax", at: "1:1", says: "__proto__ is no key of anything here" },
  },
  {
    name: "what is repeated by an alias",
    given: `values: { a: &a [1], b: *a }\n${steps("- startSession:")}`,
    want: { code: "scenario-syntax", at: "1:25", says: "an alias (*) stands here" },
  },
  {
    name: "a tag that would run something",
    given: `name: !!js/function "x"\n${steps("- startSession:")}`,
    want: { code: "scenario-syntax", at: "1:7", says: "unresolved tag" },
  },
  {
    name: "a tag of bytes",
    given: `name: !!binary aGk=\n${steps("- startSession:")}`,
    want: { code: "scenario-syntax", at: "1:7", says: "unresolved tag" },
  },
  {
    name: "thousands of brackets",
    given: "[".repeat(60_000),
    want: { code: "scenario-syntax", says: "it nests deeper than 40 levels" },
  },
  {
    name: "thousands of lists in lists",
    given: "- ".repeat(30_000),
    want: { code: "scenario-syntax", at: "1:1", says: "it nests deeper than 40 levels" },
  },
  {
    name: "values that nest deeper than any request",
    given: `values: { a: ${"[".repeat(50)}${"]".repeat(50)} }\n${steps("- startSession:")}`,
    want: { code: "scenario-syntax", says: "it nests deeper than 40 levels" },
  },
  {
    name: "more than anyone would write",
    given: `# ${"x".repeat(200_000)}`,
    want: { code: "scenario-too-long", says: "This has more than 200000 characters" },
  },
];
