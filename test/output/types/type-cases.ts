import type { Range } from "../../workbench/emit.js";

/** What a user writes, and what the compiler is to think of it with the output of a range. */
export interface TypeCase {
  readonly name: string;
  readonly range: Range;
  readonly code: string;
  /** What the compiler's complaint must mention; left out where it must not complain. */
  readonly refused?: string;
}

/** Stands before each case: a server as a user sets it up, and what to compare types with. */
export const preamble = `
import express from "express";
import { createMplusRouter, type MplusOptions } from "./express/index.js";
import type * as Types from "./types/index.js";
import * as validators from "./validators/index.js";
const mount = (handlers: MplusOptions["handlers"], onError?: MplusOptions["onError"]) =>
  express().use("/mplus", createMplusRouter({ subscriptions: {}, handlers, onError }));
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const isTrue = <T extends true>(..._: T[]) => undefined;
declare const isKnown: boolean;
declare const body: unknown;
void [mount, isTrue, isKnown, body, validators];
export type Everything = Types.WebhookEventName;
`;

const foreign: TypeCase[] = [
  { name: "inline", code: "mount({ scanCode: () => ({ receiptFooter: {} }) });" },
  {
    name: "inline, as an option of the router",
    code: "express().use(createMplusRouter({ subscriptions: {}, handlers: { scanCode: () => ({ receiptFooter: {} }) } }));",
  },
  { name: "async", code: "mount({ scanCode: async () => ({ receiptFooter: {} }) });" },
  {
    name: "as a variable",
    code: "const answer = { receiptFooter: { textBefore: 'x' } }; mount({ scanCode: () => answer });",
  },
  { name: "in a promise", code: "mount({ scanCode: () => Promise.resolve({ receiptFooter: {} }) });" },
  {
    name: "beside its own answer",
    code: "mount({ scanCode: () => ({ scanCode: { recognized: true }, receiptFooter: {} }) });",
  },
  {
    name: "spread",
    code: "const footer = { receiptFooter: {} }; mount({ scanCode: () => ({ scanCode: { recognized: true }, ...footer }) });",
  },
  {
    name: "or a legal answer",
    code: "mount({ scanCode: () => (isKnown ? { scanCode: { recognized: true } } : { receiptFooter: {} }) });",
  },
  {
    name: "from one of several returns",
    code: "mount({ scanCode: async () => { if (isKnown) return { message: [{ message: 'Hi' }] }; return { receiptFooter: {} }; } });",
  },
  { name: "as a method", code: "mount({ scanCode() { return { receiptFooter: {} }; } });" },
  {
    name: "from a function of its own",
    code: "const handle = async () => ({ receiptFooter: {} }); mount({ scanCode: handle });",
  },
].map(({ name, code }) => ({
  name: `a footer for receipts is no answer to scanCode: ${name}`,
  range: "48..",
  code,
  refused: "receiptFooter",
}));

const dialog = "required: true, allowMultipleOptions: false, dialogTitle: 'x', dialogOptions: []";
const confirmation: TypeCase[] = [
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

const range: TypeCase[] = [
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

const answers: TypeCase[] = [
  {
    name: "the event's own answer",
    code: "mount({ scanCode: () => ({ scanCode: { recognized: true, relationNumber: 1 } }) });",
  },
  {
    name: "the footer of its event",
    code: "mount({ completeSession: async () => ({ receiptFooter: [{ textBefore: 'x' }] }) });",
  },
  { name: "nothing", code: "mount({ scanCode: () => undefined, startSession: async () => {} });" },
  {
    name: "nothing or something",
    code: "mount({ scanCode: async () => { if (isKnown) return { lockSession: true }; return; } });",
  },
  {
    name: "two legal answers",
    code: "mount({ scanCode: () => (isKnown ? { scanCode: { recognized: true } } : { lockSession: true }) });",
  },
  {
    name: "a code of our own in an error",
    code: "mount({ scanCode: () => ({ error: { code: 'NOT_TODAY', message: 'x' } }) });",
  },
  {
    name: "an answer of its named type",
    code: "const answer: Types.ScanCodeResponse = { scanCode: { recognized: false } }; mount({ scanCode: () => answer });",
  },
  {
    name: "an answer of the table of types",
    code: "mount({ printBill: async (): Promise<Types.WebhookResponses['printBill']> => ({ billFooter: {} }) });",
  },
  {
    name: "a wrong type",
    code: "mount({ scanCode: () => ({ scanCode: { recognized: 'yes' } }) });",
    refused: "recognized",
  },
  {
    name: "a missing part",
    code: "mount({ scanCode: () => ({ requestScanCode: { required: true } }) });",
    refused: "requestTitle",
  },
  {
    name: "no value of a closed enum",
    code: "mount({ scanCode: () => ({ vatMethodChange: 'none' }) });",
    refused: "vatMethodChange",
  },
  {
    name: "a footer in the named type of another event",
    code: "export const answer: Types.ScanCodeResponse = { receiptFooter: {} };",
    refused: "'never'",
  },
  {
    name: "an explicit undefined",
    code: "mount({ scanCode: () => ({ receiptFooter: undefined, lockSession: true }) });",
    refused: "receiptFooter",
  },
].map(({ name, ...rest }): TypeCase => ({ name: `a handler answers ${name}`, range: "48..", ...rest }));

const requests: TypeCase[] = [
  {
    name: "a handler gets the request of its event",
    code: "mount({ scanCode: ({ request }) => { isTrue<Same<typeof request, Types.ScanCodeRequest>>(); } });",
  },
  {
    name: "another event's handler gets another request",
    code: "mount({ addSessionLine: ({ request }) => { isTrue<Same<typeof request, Types.AddSessionLineRequest>>(); } });",
  },
  {
    name: "a handler knows the name of its event",
    code: "mount({ scanCode: ({ eventName }) => { isTrue<Same<typeof eventName, 'scanCode'>>(); } });",
  },
  {
    name: "a request is no any",
    code: "mount({ scanCode: ({ request }) => void request.scanCode.color });",
    refused: "color",
  },
  {
    name: "a request has no part of another event",
    code: "mount({ startSession: ({ request }) => void request.scanCode });",
    refused: "scanCode",
  },
  {
    name: "a request without a session has none",
    code: "mount({ backgroundPoll: ({ request }) => void request.session });",
    refused: "session",
  },
  {
    name: "an optional part may be missing",
    code: "mount({ scanCode: ({ request }) => void request.dialog.selectedOptions });",
    refused: "possibly 'undefined'",
  },
  {
    name: "an open enum takes any text",
    code: "mount({ scanCode: ({ request }) => void (request.scanCode.codeType === 'aztec') });",
  },
  {
    name: "a report tells its code",
    code: "mount({}, ({ error, eventName }) => { const code: string = error.code; void [code, eventName satisfies Types.WebhookEventName]; });",
  },
].map((entry): TypeCase => ({ range: "48..", ...entry }));

const specInterface = `
interface StandardSchemaV1<Input = unknown, Output = Input> { readonly "~standard": Props<Input, Output> }
interface Props<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown, options?: Options | undefined) => Outcome<Output> | Promise<Outcome<Output>>;
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}
interface Options { readonly libraryOptions?: Record<string, unknown> | undefined }
type Outcome<Output> = { readonly value: Output; readonly issues?: undefined } | { readonly issues: ReadonlyArray<Issue> };
interface Issue { readonly message: string; readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined }
type InferInput<S extends StandardSchemaV1> = NonNullable<S["~standard"]["types"]>["input"];
type InferOutput<S extends StandardSchemaV1> = NonNullable<S["~standard"]["types"]>["output"];
declare const parse: <S extends StandardSchemaV1>(schema: S, value: unknown) => InferOutput<S>;
export type Unused = [InferInput<StandardSchemaV1>, typeof parse];
`;

const validation: TypeCase[] = [
  {
    name: "a valid request has its type",
    code: "const result = validators.validateRequest('scanCode', body); if (result.ok) isTrue<Same<typeof result.value, Types.ScanCodeRequest>>();",
  },
  {
    name: "a valid response has its type",
    code: "const result = validators.validateResponse('scanCode', body, { version: '48' }); if (result.ok) isTrue<Same<typeof result.value, Types.ScanCodeResponse>>();",
  },
  {
    name: "a valid report has its type",
    code: "const result = validators.validateErrorRequest(body); if (result.ok) isTrue<Same<typeof result.value, Types.ErrorRequest>>();",
  },
  {
    name: "an event's own function has its type",
    code: "const result = validators.validateScanCodeRequest(body); if (result.ok) isTrue<Same<typeof result.value, Types.ScanCodeRequest>>();",
  },
  {
    name: "an unchecked result has no value",
    code: "void validators.validateRequest('scanCode', body).value;",
    refused: "'value' does not exist",
  },
  {
    name: "an invalid request has problems",
    code: "const result = validators.validateRequest('scanCode', body); if (!result.ok) { const first: validators.Problem | undefined = result.problems[0]; const added: string | undefined = first?.addedIn; void added; }",
  },
  {
    name: "a misspelt event cannot be validated",
    code: "validators.validateRequest('scancode', body);",
    refused: "scancode",
  },
  {
    name: "a schema is a Standard Schema",
    code: `${specInterface} export const schema: StandardSchemaV1<Types.ScanCodeRequest> = validators.requestSchemas.scanCode;`,
  },
  {
    name: "a schema's output can be inferred",
    code: `${specInterface} isTrue<Same<InferOutput<typeof validators.requestSchemas.scanCode>, Types.ScanCodeRequest>>();`,
  },
  {
    name: "a library's function takes a schema",
    code: `${specInterface} const answer = parse(validators.responseSchemas.printBill, body); isTrue<Same<typeof answer, Types.PrintBillResponse>>();`,
  },
  {
    name: "a schema is for its own event",
    code: `${specInterface} export const schema: StandardSchemaV1<Types.AddSessionLineRequest> = validators.requestSchemas.scanCode;`,
    refused: "addSessionLine",
  },
].map((entry): TypeCase => ({ range: "48..", ...entry }));

export const typeCases: readonly TypeCase[] = [
  ...foreign,
  ...confirmation,
  ...range,
  ...answers,
  ...requests,
  ...validation,
];
