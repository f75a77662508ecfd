import type { TypeCase } from "./type-case.js";

/** An answer that is another event's is refused, however it is written. */
export const foreignAnswers: readonly TypeCase[] = [
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

/** What a handler may answer. */
export const ownAnswers: readonly TypeCase[] = [
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
