import type { LintCase } from "./lint-case.js";

const card = "examples/scanCode/card.json";

const invalid = (name: string, given: LintCase["given"], pointer: string, message: string): LintCase => ({
  name,
  given,
  want: [{ code: "example-invalid", at: `${card}#${pointer}`, message }],
});

/** Faults of the examples, which are held against the contract once it is sound itself. */
export const exampleCases: readonly LintCase[] = [
  invalid(
    "an example with a property that its release does not know",
    { [`${card}#/release`]: "11" },
    "/response/scanCode",
    'As a scanCode response of v11 this fails: it has a property "label" that this release does not know.',
  ),
  invalid(
    "an example without what is required",
    { [`${card}#/request/scanCode/scannedCode`]: undefined },
    "/request/scanCode",
    "As a scanCode request of v12.1 this fails: /scanCode must have required property 'scannedCode'.",
  ),
  invalid(
    "an example with a value that is gone",
    { [`${card}#/release`]: "13.0.2" },
    "/request/scanCode/codeType",
    "As a scanCode request of v13.0.2 this fails: /scanCode/codeType must be equal to one of the allowed values: barcode, qrcode.",
  ),
  invalid(
    "an example with an answer to another event",
    { [`${card}#/response/billFooter`]: { text: "Thanks" } },
    "/response",
    'As a scanCode response of v12.1 this fails: it has a property "billFooter" that this release does not know.',
  ),
  invalid(
    "an example with an error request that fails",
    { [`${card}#/errorRequest`]: { original: "A request." } },
    "/errorRequest",
    "As a scanCode errorRequest of v12.1 this fails: the body must have required property 'code'.",
  ),
  {
    name: "an example that is no body at all",
    given: { [`${card}#/request`]: "text" },
    want: [{ code: "invalid-value", at: `${card}#/request`, line: "4:3" }],
  },
  {
    name: "an example of an unknown event",
    given: { "examples/scancode/one.json": { description: "One.", release: "10", request: {} } },
    want: {
      code: "example-event",
      at: "examples/scancode/one.json#/release",
      line: "3:3",
      message: 'There is no event "scancode" in v10.',
    },
  },
  {
    name: "an example from before its event",
    given: { "examples/printBill/plain.json#/release": "10" },
    want: [{ code: "example-event", at: "examples/printBill/plain.json#/release" }],
  },
  {
    name: "an event without an example",
    given: { [card]: undefined },
    want: {
      code: "example-missing",
      at: "",
      message: 'The event "scanCode" has no example with a request.',
      hint: "Add one in examples/scanCode/.",
    },
  },
  {
    name: "an event whose examples are all answers",
    given: { [`${card}#/request`]: undefined },
    want: [{ code: "example-missing", at: "" }],
  },
];
