import type { TypeCase } from "./type-case.js";

const dialog = "required: true, allowMultipleOptions: false, dialogTitle: 'x', dialogOptions: []";
/** A property that only some of the shops know. */
export const confirmations: readonly TypeCase[] = [
  {
    name: "inline",
    code: `mount({ startPayment: () => ({ dialog: { ${dialog}, requireConfirmation: true } }) });`,
  },
  {
    name: "as a variable",
    code: `const dialog = { ${dialog}, requireConfirmation: true }; mount({ startPayment: async () => ({ dialog }) });`,
  },
  {
    name: "in one of two dialogs",
    code: `mount({ startPayment: () => ({ dialog: isKnown ? { ${dialog} } : { ${dialog}, requireConfirmation: true } }) });`,
  },
].flatMap(({ name, code }): TypeCase[] => [
  {
    name: `a confirmation is refused where a shop may be older: ${name}`,
    range: "43..",
    code,
    refused: "requireConfirmation",
  },
  { name: `a confirmation compiles where every shop knows it: ${name}`, range: "46..", code },
]);

const form = (type: string) =>
  `mount({ customAction: () => ({ form: { id: '1', title: 'x', fields: [{ id: 'f', type: '${type}', required: true, label: 'x' }] } }) });`;

const option = (extra: string) =>
  `mount({ startPayment: () => ({ dialog: { required: true, allowMultipleOptions: false, dialogTitle: 'x', dialogOptions: [{ optionId: 1, optionName: 'x', ${extra} }] } }) });`;

/** What the fleet has, is typed; what some of its shops lack, is refused. */
export const fleetCases: readonly TypeCase[] = [
  { name: "a form is refused at 48", range: "48..", code: form("text"), refused: "form" },
  { name: "a form compiles at 59", range: "59..", code: form("text") },
  { name: "a label in a form is refused at 59", range: "59..", code: form("label"), refused: '"label"' },
  { name: "a label in a form compiles at 59.3.4", range: "59.3.4..", code: form("label") },
  {
    name: "an article on an option is refused at 48",
    range: "48..",
    code: option("pluNumber: '1'"),
    refused: "pluNumber",
  },
  { name: "an article on an option compiles at 59", range: "59..", code: option("pluNumber: '1'") },
  {
    name: "a disabled option is refused at 59",
    range: "59..",
    code: option("disabled: true"),
    refused: "disabled",
  },
  {
    name: "a web page is refused at 46",
    range: "46..",
    code: "mount({ scanCode: () => ({ openUrl: { url: 'https://a.b' } }) });",
    refused: "openUrl",
  },
  {
    name: "an event of a later release has no handler",
    range: "..40",
    code: "mount({ selectRelation: () => undefined });",
    refused: "selectRelation",
  },
  {
    name: "an event of a later release cannot be validated",
    range: "..40",
    code: "validators.validateRequest('selectRelation', body);",
    refused: "selectRelation",
  },
  {
    name: "an event of the range has a handler",
    range: "43.1.1..",
    code: "mount({ selectRelation: () => undefined });",
  },
];
