import type { ProblemCode } from "../../../../generator/base/problem/catalogue.js";

/** A text that is no scenario: where it says so, and what. */
export interface BrokenScenario {
  readonly name: string;
  readonly given: string;
  readonly want: { readonly code: ProblemCode; readonly at: string | undefined; readonly says: string };
}

/** By what is said of them, with the line and the column where it is. */
const texts = (code: ProblemCode, given: Readonly<Record<string, string>>): BrokenScenario[] =>
  Object.entries(given).map(([name, text]) => {
    const [, at, says = ""] = /^(\d+:\d+ )?(.*)$/.exec(name) ?? [];
    return { name, given: text, want: { code, at: at?.trim(), says } };
  });

const steps = (...lines: readonly string[]): string =>
  ["steps:", ...lines.map((line) => `  ${line}`)].join("\n");

/** A scenario of one step, with something above it. */
const above = (line: string): string => `${line}\n${steps("- startSession:")}`;

/** Texts that must be told plainly, and those that mean harm. */
export const brokenScenarios: readonly BrokenScenario[] = [
  ...texts("scenario-empty", {
    "No scenario is in here. A scenario has `steps:`": "# no scenario yet\n",
  }),
  ...texts("scenario-lacks", {
    '1:1 "steps" is missing here.': "name: A round\n",
    '2:5 "code" is missing here.': steps("- scan: { codeType: rfid }"),
  }),
  ...texts("scenario-key", {
    '1:1 There is no "nme" here. Did you mean "name"?': above("nme: A round"),
    '1:1 There is no "jobs" here. There is name, description, needs, release, values, product, events, settings and steps.':
      above("jobs: 1"),
    '2:5 There is no "addSesionLine" here. Did you mean "addSessionLine"?': steps("- addSesionLine: {}"),
    '2:31 There is no "price" here. Did you mean "priceIncl"?': steps(
      "- addSessionLine: { line: { price: 2.5 } }",
    ),
    '3:25 There is no "dialogTitel" here. Did you mean "dialogTitle"?': steps(
      "- scan: x",
      "  expect: { dialog: { dialogTitel: Size } }",
    ),
    '3:26 There is no "linez" here. Did you mean "lines"?': steps(
      "- scan: x",
      "  expect: { session: { linez: [] } }",
    ),
    '3:35 There is no "maximunValue" here. Did you mean "maximumValue"?': steps(
      "- scan: x",
      "  exactly: { form: { fields: [{ maximunValue: 1 }] } }",
    ),
    '1:13 There is no "callbak" here. Did you mean "callback"?': above("settings: { callbak: true }"),
  }),
  ...texts("scenario-value", {
    "1:1 This has to be an object.": "- scan: x\n",
    "1:1 This has to be a list with something in it.": "steps: []\n",
    "1:13 This has to be a whole number.": above("settings: { pollEvery: fast }"),
    '1:1 This has to be one of "pos", ': above("product: kassa"),
    '1:1 This has to be a release in quotes: "58.1".': above("release: 58.1"),
    "2:5 This has to be a text or an object. Put it in quotes.": steps("- scan: 2900004815168"),
    "2:31 This has to be a number or ${…}.": steps("- addSessionLine: { line: { priceIncl: much } }"),
    "2:31 This has to be a whole number or ${…}.": steps(
      "- addSessionLine: { line: { articleNumber: null } }",
    ),
    "3:15 This has to be an object, nothing or ${…}.": steps("- scan: x", "  expect: { dialog: Size }"),
    "3:25 This has to be true or false, nothing or ${…}.": steps(
      "- scan: x",
      "  expect: { dialog: { required: 1 } }",
    ),
    '3:33 This has to be one of "barcode", "rfid", "qrcode", nothing or ${…}.': steps(
      "- scan: x",
      "  expect: { displayBarcode: { codeType: ean } }",
    ),
    '3:34 This has to be one of "text", ': steps(
      "- scan: x",
      "  expect: { form: { fields: [{ type: date2 }] } }",
    ),
    "3:15 This has to be a whole number.": steps("- scan: x", "  expect: { failed: 99 }"),
    "2:5 This has to be an object or nothing.": steps("- startSession: now"),
    "2:5 This has to be a time: 500ms, 30s, 10m or 1h.": steps("- wait: 10"),
    '3:5 This has to be one of "slow", "gone", "twice"': steps("- startSession:", "  fault: slwo"),
    "1:11 This has to be a name of letters, digits, - and _": above('values: { "a b": 1 }'),
  }),
  ...texts("scenario-fault", {
    '3:5 A fault is of a request, and "cancel" is no event.': steps("- cancel:", "  fault: slow"),
  }),
  ...texts("scenario-step", {
    "2:5 This step does nothing. It needs the name of an event": steps("- expect: {}"),
    "2:5 This step does choose and startPayment, and a step does one thing.": steps(
      "- choose: Large",
      "  startPayment:",
    ),
  }),
  ...texts("scenario-name", {
    '3:5 Nothing here is called "crd". Did you mean "card"?': `values: { card: "1" }\n${steps("- scan: ${crd}")}`,
    '2:5 Nothing here is called "first".': steps("- scan: ${first.code}", "- scan: x", "  as: first"),
  }),
  ...texts("scenario-syntax", {
    "2:11 0012 would be read as another number; put it in quotes": steps("- scan: 0012"),
    "1:14 0x1F would be read as another number; put it in quotes": above("values: { a: 0x1F }"),
    "1:14 1e400 would be read as another number; put it in quotes": above("values: { a: 1e400 }"),
    "2:46 would be read as another number": steps(
      "- addSessionLine: { line: { articleNumber: 12345678901234567890 } }",
    ),
    "2:30 ${…} between { and }, or [ and ], has to be in quotes": steps(
      "- scanCode: { scannedCode: ${card} }",
    ),
    "This is not the YAML of a scenario: ": steps(
      "- addSessionLine: { line: { articleNumber: 12 }",
      "- scan: x",
    ),
    "4:5 the key as is here a second time": steps("- scan: x", "  as: a", "  as: b"),
    "1:1 __proto__ is no key of anything here": above("__proto__: { polluted: true }"),
    "1:25 an alias (*) stands here": above("values: { a: &a [1], b: *a }"),
    "1:7 unresolved tag": above('name: !!js/function "x"'),
    "1:7 unresolved tag: ": above("name: !!binary aGk="),
    "it nests deeper than 40 levels": "[".repeat(60_000),
    "1:83 it nests deeper than 40 levels": "- ".repeat(30_000),
    "2:42 it nests deeper than 40 levels": `# 3.5" wide\n${"[".repeat(60_000)}`,
    "1:53 it nests deeper than 40 levels": above(`values: { a: ${"[".repeat(50)}${"]".repeat(50)} }`),
  }),
  ...texts("scenario-too-long", { "This has more than 200000 characters": `# ${"x".repeat(200_000)}` }),
];
