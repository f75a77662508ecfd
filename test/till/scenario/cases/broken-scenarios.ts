import type { ProblemCode } from "../../../../generator/base/problem/catalogue.js";

export interface BrokenScenario {
  readonly name: string;
  readonly given: string;
  readonly want: { readonly code: ProblemCode; readonly at: string | undefined; readonly says: string };
}

/** Keys are error messages, prefixed with line and column. */
const texts = (code: ProblemCode, given: Readonly<Record<string, string>>): BrokenScenario[] =>
  Object.entries(given).map(([name, text]) => {
    const [, at, says = ""] = /^(\d+:\d+ )?(.*)$/.exec(name) ?? [];
    return { name, given: text, want: { code, at: at?.trim(), says } };
  });

const steps = (...lines: readonly string[]): string =>
  ["steps:", ...lines.map((line) => `  ${line}`)].join("\n");

const above = (line: string): string => `${line}\n${steps("- startSession:")}`;

/** Broken scenarios, some of them hostile. */
export const brokenScenarios: readonly BrokenScenario[] = [
  ...texts("scenario-empty", {
    "There is no scenario here. A scenario has `steps:`": "# no scenario yet\n",
  }),
  ...texts("scenario-lacks", {
    '1:1 "steps" is missing.': "name: A round\n",
    '2:5 "code" is missing.': steps("- scan: { codeType: rfid }"),
  }),
  ...texts("scenario-key", {
    '1:1 Unknown key "nme". Did you mean "name"?': above("nme: A round"),
    '1:1 Unknown key "jobs". The keys are name, description, needs, release, values, product, events, settings and steps.':
      above("jobs: 1"),
    '2:5 Unknown key "addSesionLine". Did you mean "addSessionLine"?': steps("- addSesionLine: {}"),
    '2:31 Unknown key "price". Did you mean "priceIncl"?': steps(
      "- addSessionLine: { line: { price: 2.5 } }",
    ),
    '3:25 Unknown key "dialogTitel". Did you mean "dialogTitle"?': steps(
      "- scan: x",
      "  expect: { dialog: { dialogTitel: Size } }",
    ),
    '3:26 Unknown key "linez". Did you mean "lines"?': steps(
      "- scan: x",
      "  expect: { session: { linez: [] } }",
    ),
    '3:35 Unknown key "maximunValue". Did you mean "maximumValue"?': steps(
      "- scan: x",
      "  exactly: { form: { fields: [{ maximunValue: 1 }] } }",
    ),
    '1:13 Unknown key "callbak". Did you mean "callback"?': above("settings: { callbak: true }"),
  }),
  ...texts("scenario-value", {
    "1:1 This must be an object.": "- scan: x\n",
    "1:1 This must be a list that is not empty.": "steps: []\n",
    "1:13 This must be a whole number.": above("settings: { pollEvery: fast }"),
    '1:1 This must be one of "pos", ': above("product: kassa"),
    '1:1 This must be a release in quotes: "58.1".': above("release: 58.1"),
    "2:5 This must be a string or an object. Put it in quotes.": steps("- scan: 2900004815168"),
    "2:31 This must be a number or ${…}.": steps("- addSessionLine: { line: { priceIncl: much } }"),
    "2:31 This must be a whole number or ${…}.": steps("- addSessionLine: { line: { articleNumber: null } }"),
    "3:15 This must be an object, null or ${…}.": steps("- scan: x", "  expect: { dialog: Size }"),
    "3:25 This must be true or false, null or ${…}.": steps(
      "- scan: x",
      "  expect: { dialog: { required: 1 } }",
    ),
    '3:33 This must be one of "barcode", "rfid", "qrcode", null or ${…}.': steps(
      "- scan: x",
      "  expect: { displayBarcode: { codeType: ean } }",
    ),
    '3:34 This must be one of "text", ': steps(
      "- scan: x",
      "  expect: { form: { fields: [{ type: date2 }] } }",
    ),
    "3:15 This must be a whole number.": steps("- scan: x", "  expect: { failed: 99 }"),
    "2:5 This must be an object or null.": steps("- startSession: now"),
    "2:5 This must be a time: 500ms, 30s, 10m or 1h.": steps("- wait: 10"),
    '3:5 This must be one of "slow", "gone", "twice"': steps("- startSession:", "  fault: slwo"),
    "1:11 This must be a name of letters, digits, - and _": above('values: { "a b": 1 }'),
  }),
  ...texts("scenario-fault", {
    '3:5 A fault applies to a request, but "cancel" is not an event.': steps("- cancel:", "  fault: slow"),
  }),
  ...texts("scenario-step", {
    "2:5 This step does nothing. Add the name of an event": steps("- expect: {}"),
    "2:5 This step does choose and startPayment; a step does one thing.": steps(
      "- choose: Large",
      "  startPayment:",
    ),
  }),
  ...texts("scenario-name", {
    '3:5 Unknown name "crd". Did you mean "card"?': `values: { card: "1" }\n${steps("- scan: ${crd}")}`,
    '2:5 Unknown name "first".': steps("- scan: ${first.code}", "- scan: x", "  as: first"),
  }),
  ...texts("scenario-syntax", {
    "2:11 0012 would be read as a different number; put it in quotes": steps("- scan: 0012"),
    "1:14 0x1F would be read as a different number; put it in quotes": above("values: { a: 0x1F }"),
    "1:14 1e400 would be read as a different number; put it in quotes": above("values: { a: 1e400 }"),
    "2:46 would be read as a different number": steps(
      "- addSessionLine: { line: { articleNumber: 12345678901234567890 } }",
    ),
    "2:30 ${…} inside { } or [ ] must be in quotes": steps("- scanCode: { scannedCode: ${card} }"),
    "This is not valid YAML for a scenario: ": steps(
      "- addSessionLine: { line: { articleNumber: 12 }",
      "- scan: x",
    ),
    "4:5 the key as is a duplicate": steps("- scan: x", "  as: a", "  as: b"),
    "1:1 __proto__ is not a valid key": above("__proto__: { polluted: true }"),
    "1:25 a scenario cannot have aliases (*)": above("values: { a: &a [1], b: *a }"),
    "1:7 unresolved tag": above('name: !!js/function "x"'),
    "1:7 unresolved tag: ": above("name: !!binary aGk="),
    "it nests deeper than 40 levels": "[".repeat(60_000),
    "1:83 it nests deeper than 40 levels": "- ".repeat(30_000),
    "2:42 it nests deeper than 40 levels": `# 3.5" wide\n${"[".repeat(60_000)}`,
    "1:53 it nests deeper than 40 levels": above(`values: { a: ${"[".repeat(50)}${"]".repeat(50)} }`),
  }),
  ...texts("scenario-too-long", { "This is longer than 200000 characters": `# ${"x".repeat(200_000)}` }),
];
