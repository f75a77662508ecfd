import type { TypeGroup } from "./type-group.js";

type Refused = NonNullable<TypeGroup["refused"]>;

const handlers = (code: string): string => `router({ subscriptions, handlers: { ${code} } });`;

const nested = "scanCode: { recognized: true, relationNumbr: 12 }";
const found = 'request.scanCode.scannedCode === "1"';

/** Misspelled and misplaced properties, by name: at the top, nested, in branches and from elsewhere. */
const inHandlers: Refused = {
  mesage: [
    "scanCode: () => ({ scanCode: { recognized: true }, mesage: [] })",
    "scanCode: async () => ({ scanCode: { recognized: true }, mesage: [] })",
    "scanCode: () => Promise.resolve({ message: [], mesage: [] })",
    `scanCode: ({ request }) => (${found} ? { scanCode: { recognized: true } } : { scanCode: { recognized: false }, mesage: [] })`,
    `scanCode({ request }) { if (${found}) return; return { message: [], mesage: [] }; }`,
    `scanCode: ({ request }) => ({ message: [], ...(${found} && { mesage: [] }) })`,
    'scanCode: () => ({ message: [], mesage: JSON.parse("[]") })',
    "scanCode: () => ({ ...misspelt })",
    "scanCode() { const answer = { message: [], mesage: [] }; return answer; }",
    "scanCode: answerAll",
    'scanCode: ({ ask }) => ask.dialog({ required: true, allowMultipleOptions: false, dialogTitle: "a", dialogOptions: [] }).then(() => ({ message: [], mesage: [] }))',
  ],
  recieptFooter: ['completeSession: async () => ({ message: [], recieptFooter: { textBefore: "" } })'],
  "scanCode.relationNumbr": [
    'scanCode: () => ({ scanCode: { recognized: true, relationNumbr: JSON.parse("1") } })',
  ],
  "message[].txet": [
    'scanCode: () => ({ message: [{ message: "a", txet: 1 }] })',
    "scanCode: () => ({ message: rows.map((row) => ({ message: row.a, txet: row.b })) })",
  ],
  "receiptFooter.textAfterr": [
    'completeSession: () => ({ receiptFooter: { textBefore: "a", textAfterr: "b" } })',
  ],
  "receiptFooter[].textAfterr": [
    'completeSession: () => ({ receiptFooter: [{ textBefore: "a", textAfterr: "b" }] })',
  ],
  "externalPayment.conformed": [
    "pollExternalPayment: async () => ({ externalPayment: { confirmed: true, conformed: true } })",
  ],
  "error.codde": ['scanCode: () => ({ error: { code: "internal-error", message: "a", codde: 1 } })'],
  relationNumbr: [
    `async scanCode({ request }) { if (${found}) return { scanCode: { recognized: false } }; return { ${nested} }; }`,
  ],
  "message[].mesage": ['scanCode: () => ({ message: [text, { message: "a", mesage: 1 }] })'],
  "${string}": ['scanCode: () => ({ message: [], [String("mesage")]: [] })'],
  name: ["scanCode: () => ({ scanCode: { recognized: true, ...customer } })"],
  scancode: ["scancode: () => ({}), scanCode: () => ({})"],
};

const alone: Refused = {
  mesage: ["export const all = defineHandlers({ scanCode: () => ({ message: [], mesage: [] }) });"],
  relationNumbr: [
    `export const handler = defineHandler("scanCode", async ({ request }) => (${found} ? { ${nested} } : undefined));`,
  ],
  scanCod: ['export const handler = defineHandler("scanCod", () => ({}));'],
};

const form = '{ id: "1", title: "a", fields: [{ id: "f", type: "text", required: true, label: "a" }] }';

const dialog = (inOption: string, atTop = "") =>
  `{ required: true, allowMultipleOptions: false, dialogTitle: "a", dialogOptions: [{ optionId: 1, optionName: "a"${inOption} }]${atTop} }`;

const since = (release: string) => `requires v${release}; your oldest shop runs v48.`;

/** Properties that no answer to the event may have, by the error message. */
const sentences: Refused = {
  [`"form ${since("59")}"`]: [
    ...[
      `async scanCode({ request }) { if (${found}) return; const answer = { form: ${form} }; return answer; }`,
      'scanCode: () => ({ message: [], form: JSON.parse("{}") })',
    ].map(handlers),
    `export const handler = defineHandler("scanCode", () => ({ form: ${form} }));`,
    `export class Webhooks { @OnMplus("scanCode") async answer() { return { form: ${form} }; } }`,
    `router({ subscriptions, handlers: {}, onTimeout: { scanCode: () => ({ form: ${form} }) } });`,
  ],
  [`"dialog.dialogOptions[].disabled ${since("59.3.4")}"`]: [
    `scanCode: async ({ ask }) => { await ask.dialog(${dialog(", disabled: true")}); }`,
    `scanCode: async ({ ask }) => { const asked = ${dialog(", disabled: false")}; return { message: [{ message: String((await ask.dialog(asked)).selectedDialogOptionIds) }] }; }`,
  ].map(handlers),
  [`"receiptFooter[].textBeforeOptions ${since("59")}"`]: [
    'completeSession: () => ({ receiptFooter: [{ textBefore: "a", textBeforeOptions: {} }] })',
  ].map(handlers),
  '"receiptFooter is only for completeSession."': [handlers("scanCode: () => ({ ...receipt })")],
  ...Object.fromEntries(
    [
      ["scancode", "scanCode: () => ({ message: [], scancode: {} })"],
      ["dialog.title", `scanCode: () => ({ dialog: ${dialog("", ', title: "a"')} })`],
      ["dialog.dialogOptions[].color", `scanCode: () => ({ dialog: ${dialog(', color: "red"')} })`],
    ].map(([name, code = ""]) => [
      `"There is no property ${name} in an answer to scanCode."`,
      [handlers(code)],
    ]),
  ),
  '"There is no event scanCod."': [handlers("scanCod: () => ({}), startSession: () => ({})")],
  '"There is no event beforeSale."': [handlers("beforeSale: () => ({})")],
};

const right: readonly string[] = [
  ...[
    'scanCode: ({ request }) => ({ scanCode: { recognized: request.scanCode.scannedCode !== "" } })',
    "scanCode({ request }) { return { message: [{ message: request.scanCode.scannedCode }] }; }",
    "async scanCode({ request, log }) { log.info({}, request.scanCode.scannedCode); return {}; }",
    'scanCode: ({ request: { scanCode } }) => ({ scanCode: { recognized: scanCode.scannedCode === "1", relationNumber: 12 } })',
    'startSession: ({ request, log }) => log.info({ at: request.event.eventTimestamp }, "")',
    "startSession: undefined",
    `scanCode: ({ request }) => (${found} ? { scanCode: { recognized: true, relationNumber: 12 } } : { scanCode: { recognized: false } })`,
    `scanCode: ({ request }) => ({ ...(${found} && { message: [] }), scanCode: { recognized: true } })`,
    "scanCode: () => ({ ...right })",
    "scanCode: () => declared",
    "scanCode: (): ScanCodeResponse => ({ scanCode: { recognized: true } })",
    "scanCode: async ({ request, ask }) => { const { selectedDialogOptionIds } = await ask.dialog({ required: true, allowMultipleOptions: false, dialogTitle: request.scanCode.scannedCode, dialogOptions: [] }); return { message: [{ message: String(selectedDialogOptionIds) }] }; }",
    'scanCode: ({ request }) => ({ error: { code: "internal-error", message: request.scanCode.scannedCode } })',
    "pollExternalPayment: async ({ request }) => ({ polling: { finished: request.externalPayment.amount === 0 }, externalPayment: { confirmed: true } })",
    'addSessionLine: ({ request }) => ({ lineChanges: (request.session.lines ?? []).map(({ lineId }) => ({ lineId, externalDiscount: { discountId: "a", discountPercentage: 1 } })) })',
    "scanCode: typed",
    "scanCode: logged(({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }))",
    "...shared, startSession: () => ({ lockSession: true })",
  ].map(handlers),
  'export const handler = defineHandler("scanCode", async ({ request }) => void request.scanCode.scannedCode);',
  "export const all = defineHandlers({ scanCode: ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }) }); router({ subscriptions, handlers: all });",
  "const options: MplusOptions = { subscriptions, handlers: { scanCode: ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }) } }; router(options);",
  "export const start = <H extends MplusHandlers>(handlers: H) => router<MplusHandlers>({ subscriptions, handlers });",
  "class Shop { #count = 0; scanCode() { this.#count += 1; return { message: [{ message: this.hello() }] }; } private hello() { return String(this.#count); } } router({ subscriptions, handlers: new Shop() });",
  "router({ subscriptions, handlers: {}, onTimeout: { scanCode: ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }) } });",
  '  export class Webhooks { @OnMplus("scanCode") answer({ request }: MplusContext<"scanCode">) { return { message: [{ message: request.scanCode.scannedCode }] }; } }',
];

export const preamble = `
import { createMplusRouter as router, defineHandler, defineHandlers } from "./express/index.js";
import type { MplusContext, MplusEventHandler, MplusHandlers, MplusOptions } from "./express/index.js";
import { OnMplus } from "./nest/index.js";
import type { Message, ScanCodeResponse } from "./types/index.js";
export const subscriptions = {};
export const right = { scanCode: { recognized: true } };
export const receipt = { receiptFooter: { textBefore: "a" } };
export const misspelt = { message: [], mesage: [] };
export const customer = { name: "A", relationNumber: 12 };
export declare const rows: any[];
export class Text { message = "a"; shout() {} }
export const later = Promise.resolve(misspelt);
export const shared = defineHandlers({ scanCode: () => right });
export const logged = <A extends unknown[], R>(call: (...args: A) => R) => (...args: A): R => call(...args);
export const answerAll = () => misspelt;
export const typed: MplusEventHandler<"scanCode"> = async ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] });
export declare const declared: ScanCodeResponse;
export declare const text: Message;
export type Used = [MplusContext<"scanCode">, MplusHandlers, MplusOptions]; export const used = [router, defineHandler, OnMplus];
`;

const about = { output: "48..", preamble };

export const exactGroups: readonly TypeGroup[] = [
  {
    ...about,
    title: "an answer has no other property",
    isConclusion: true,
    refused: Object.fromEntries(
      Object.keys({ ...inHandlers, ...alone }).map((mentioned) => [
        mentioned,
        [...(inHandlers[mentioned] ?? []).map(handlers), ...(alone[mentioned] ?? [])],
      ]),
    ),
  },
  { ...about, title: "the compiler says why", isConclusion: true, refused: sentences },
  { ...about, title: "an answer may be right", accepted: right },
  {
    ...about,
    title: "an event that some shops lack is told with their release",
    output: "..40",
    preamble: preamble.replaceAll(/^.*(?:nest|OnMplus).*$/gm, ""),
    isConclusion: true,
    refused: {
      '"selectRelation requires v43.1.1; your oldest shop may be older."': [
        handlers("selectRelation: () => ({})"),
      ],
    },
  },
  {
    ...about,
    title: "a question may be asked where every shop can show it",
    output: "59..",
    accepted: [
      `scanCode: async ({ ask }) => { const { fields } = await ask.form(${form}); return { message: [{ message: String(fields) }] }; }`,
      `scanCode: async ({ ask }) => { await ask.dialog(${dialog(', pluNumber: "1"')}, { message: [] }); }`,
    ].map(handlers),
  },
];
