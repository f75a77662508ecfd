import { fault, plain, type LintCase } from "./lint-case.js";

const card = "examples/scanCode/card.json";

const invalid = (name: string, given: LintCase["given"], pointer: string, message: string): LintCase =>
  fault(name, given, { code: "example-invalid", at: `${card}#${pointer}`, message });

/** Faults in examples, which are checked once the contract itself is valid. */
export const exampleCases: readonly LintCase[] = [
  invalid(
    "an example with a property that its release does not know",
    { [`${card}#/release`]: "11" },
    "/response/scanCode",
    'This is not a valid scanCode response of v11: it has a property "label", which this release does not have.',
  ),
  invalid(
    "an example without what is required",
    { [`${card}#/request/scanCode/scannedCode`]: undefined },
    "/request/scanCode",
    "This is not a valid scanCode request of v12.1: /scanCode must have required property 'scannedCode'.",
  ),
  invalid(
    "an example with a value that is gone",
    { [`${card}#/release`]: "13.0.2" },
    "/request/scanCode/codeType",
    "This is not a valid scanCode request of v13.0.2: /scanCode/codeType must be equal to one of the allowed values: barcode, qrcode.",
  ),
  invalid(
    "an example with an error request that fails",
    { [`${card}#/errorRequest`]: { original: "A request." } },
    "/errorRequest",
    "This is not a valid scanCode errorRequest of v12.1: the body must have required property 'code'.",
  ),
  plain({ [`${card}#/request`]: "text" }, "invalid-value"),
  fault(
    "an example of an unknown event",
    { "examples/scancode/one.json": { description: "One.", release: "10", request: {} } },
    'example-event examples/scancode/one.json#/release: v10 has no event "scancode".',
  ),
  // An example from before its event.
  plain({ "examples/printBill/plain.json#/release": "10" }, "example-event"),
  fault(
    "an event without an example",
    { [card]: undefined },
    'example-missing events/scanCode.json#: The event "scanCode" has no example with a request. Add one in examples/scanCode/.',
  ),
];
