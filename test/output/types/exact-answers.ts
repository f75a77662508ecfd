/** An answer that no shop takes as it is written. */
export interface Misspelling {
  /** How it is written. */
  readonly style: string;
  /** What the compiler has to name. */
  readonly property: string;
  readonly code: string;
}

/** Around the handlers of a router. */
const handlers = (code: string): string => `router({ subscriptions, handlers: { ${code} } });`;

const nested = "scanCode: { recognized: true, relationNumbr: 12 }";
const found = 'request.scanCode.scannedCode === "1"';

const plain: readonly (readonly [property: string, code: string])[] = [
  ["mesage", "scanCode: () => ({ scanCode: { recognized: true }, mesage: [] })"],
  [
    "mesage",
    'scanCode: ({ request }) => ({ scanCode: { recognized: request.scanCode.scannedCode !== "" }, mesage: [] })',
  ],
  ["mesage", "scanCode: async () => ({ scanCode: { recognized: true }, mesage: [] })"],
  ["mesage", "scanCode() { return { message: [], mesage: [] }; }"],
  ["mesage", "async scanCode() { return { message: [], mesage: [] }; }"],
  ["mesage", "scanCode: function () { return { message: [], mesage: [] }; }"],
  ["mesage", "scanCode: () => Promise.resolve({ message: [], mesage: [] })"],
  ["mesage", "scanCode: () => ({ mesage: [] })"],
  ["recieptFooter", "completeSession: () => ({ message: [], recieptFooter: [] })"],
  ["recieptFooter", 'completeSession: async () => ({ message: [], recieptFooter: { textBefore: "" } })'],
  ["Message", "addSessionLine: () => ({ message: [], Message: [] })"],
  ["lineChange", "updateSessionLine: () => ({ lineChanges: [], lineChange: [] })"],
  ["billfooter", "printBill: () => ({ message: [], billfooter: {} })"],
  ["lock", "startSession: () => ({ lockSession: true, lock: true })"],
  ["version_", 'startPayment: () => ({ version: "1", version_: "1" })'],
];

const deep: typeof plain = [
  ["scanCode.relationNumbr", `scanCode: () => ({ ${nested} })`],
  ["scanCode.relationNumbr", `scanCode: async () => ({ ${nested} })`],
  ["scanCode.recognised", "scanCode: () => ({ scanCode: { recognized: true, recognised: true } })"],
  ["message[].txet", 'scanCode: () => ({ message: [{ message: "a", txet: 1 }] })'],
  ["message[].txet", 'scanCode: async () => ({ message: [{ message: "a", txet: 1 }] })'],
  ["message[].txet", 'scanCode: () => ({ message: [{ message: "a" }, { message: "b", txet: 1 }] })'],
  ["message[].txet", 'scanCode: () => ({ message: ["a", "b"].map((message) => ({ message, txet: 1 })) })'],
  ["message[].colour", 'addSessionLine: () => ({ message: [{ message: "a", colour: "red" }] })'],
  [
    "receiptFooter.textAfterr",
    'completeSession: () => ({ receiptFooter: { textBefore: "a", textAfterr: "b" } })',
  ],
  [
    "receiptFooter[].textAfterr",
    'completeSession: () => ({ receiptFooter: [{ textBefore: "a", textAfterr: "b" }] })',
  ],
  [
    "dialog.dialogTitel",
    'scanCode: () => ({ dialog: { required: true, allowMultipleOptions: false, dialogTitle: "a", dialogTitel: "a", dialogOptions: [] } })',
  ],
  [
    "dialog.dialogOptions[].color",
    'scanCode: () => ({ dialog: { required: true, allowMultipleOptions: false, dialogTitle: "a", dialogOptions: [{ optionId: 1, optionName: "a", color: "red" }] } })',
  ],
  [
    "lineAdditions[].quantitty",
    "scanCode: () => ({ lineAdditions: [{ articleNumber: 1, quantity: 1, quantitty: 1 }] })",
  ],
  ["lineDeletions[].uid", 'scanCode: () => ({ lineDeletions: [{ lineId: "a", uid: "a" }] })'],
  ["polling.done", "pollExternalPayment: () => ({ polling: { finished: true, done: true } })"],
  [
    "externalPayment.conformed",
    "pollExternalPayment: async () => ({ externalPayment: { confirmed: true, conformed: true } })",
  ],
  ["error.codde", 'scanCode: () => ({ error: { code: "internal-error", message: "a", codde: 1 } })'],
  ["openUrl.target", 'scanCode: () => ({ openUrl: { url: "https://example.com", target: "new" } })'],
];

const branches: typeof plain = [
  [
    "mesage",
    `scanCode: ({ request }) => (${found} ? { scanCode: { recognized: true } } : { scanCode: { recognized: false }, mesage: [] })`,
  ],
  ["mesage", `scanCode: ({ request }) => (${found} ? {} : { mesage: [] })`],
  ["mesage", `scanCode({ request }) { if (${found}) return {}; return { mesage: [] }; }`],
  ["mesage", `scanCode({ request }) { if (${found}) return; return { message: [], mesage: [] }; }`],
  [
    "mesage",
    `async scanCode({ request }) { if (${found}) return undefined; return { message: [], mesage: [] }; }`,
  ],
  [
    "relationNumbr",
    `async scanCode({ request }) { if (${found}) return { scanCode: { recognized: false } }; return { ${nested} }; }`,
  ],
  [
    "relationNumbr",
    `scanCode({ request }) { switch (request.scanCode.scannedCode) { case "1": return { ${nested} }; default: return { message: [] }; } }`,
  ],
  [
    "mesage",
    "scanCode({ request }) { try { return { message: [], mesage: request.event }; } catch { return; } }",
  ],
  ["mesage", `scanCode: ({ request }) => (${found} || undefined) && { message: [], mesage: [] }`],
  ["mesage", `scanCode: ({ request }) => ({ message: [], ...(${found} && { mesage: [] }) })`],
  ["mesage", `scanCode: ({ request }) => ({ message: [], ...(${found} ? { mesage: [] } : {}) })`],
];

const fromElsewhere: typeof plain = [
  ["mesage", 'scanCode: () => ({ message: [], mesage: JSON.parse("[]") })'],
  [
    "scanCode.relationNumbr",
    'scanCode: () => ({ scanCode: { recognized: true, relationNumbr: JSON.parse("1") } })',
  ],
  ["message[].txet", "scanCode: () => ({ message: rows.map((row) => ({ message: row.a, txet: row.b })) })"],
  ["scanCod", "scanCode: () => ({}), scanCod: Math.random() > 0.5 ? () => ({}) : undefined"],
  ["message[].mesage", 'scanCode: () => ({ message: [text, { message: "a", mesage: 1 }] })'],
  [
    "mesage",
    `scanCode({ request }) { if (${found}) return declared; const answer = { message: [], mesage: [] }; return answer; }`,
  ],
  ["mesage", `scanCode: ({ request }) => (${found} ? declared : { mesage: [], ...declared })`],
  ["${string}", 'scanCode: () => ({ message: [], [String("mesage")]: [] })'],
  ["mesage", "scanCode: () => ({ ...misspelt })"],
  ["mesage", "scanCode: () => ({ scanCode: { recognized: true }, ...misspelt })"],
  ["mesage", "scanCode: () => misspelt"],
  ["mesage", "scanCode: async () => misspelt"],
  ["mesage", "scanCode: async () => await later"],
  ["mesage", "scanCode: () => later"],
  ["mesage", "scanCode() { const answer = { message: [], mesage: [] }; return answer; }"],
  ["name", "scanCode: () => ({ scanCode: { recognized: true, ...customer } })"],
  ["mesage", "scanCode: () => Object.assign({ message: [] }, { mesage: [] })"],
  ["mesage", "scanCode: answerAll"],
  [
    "mesage",
    'scanCode: ({ ask }) => ask.dialog({ required: true, allowMultipleOptions: false, dialogTitle: "a", dialogOptions: [] }).then(() => ({ message: [], mesage: [] }))',
  ],
];

const misplaced: typeof plain = [
  ["receiptFooter", 'scanCode: () => ({ message: [], receiptFooter: { textBefore: "" } })'],
  ["receiptFooter", "printBill: async () => ({ receiptFooter: [] })"],
  ["recognized", "scanCode: () => ({ message: [], recognized: true })"],
  ["relationNumber", "scanCode: () => ({ scanCode: { recognized: true }, relationNumber: 12 })"],
  ["scanCode", "addSessionLine: () => ({ scanCode: { recognized: true } })"],
  ["finished", "pollExternalPayment: () => ({ message: [], finished: true })"],
  ["scanCod", "scanCod: () => ({})"],
  ["scancode", "scancode: () => ({}), scanCode: () => ({})"],
];

const alone: readonly Misspelling[] = [
  ["mesage", 'export const handler = defineHandler("scanCode", () => ({ message: [], mesage: [] }));'],
  [
    "relationNumbr",
    `export const handler = defineHandler("scanCode", async ({ request }) => (${found} ? { ${nested} } : undefined));`,
  ],
  [
    "txet",
    'export const handler = defineHandler("addSessionLine", () => ({ message: [{ message: "a", txet: 1 }] }));',
  ],
  ["scanCod", 'export const handler = defineHandler("scanCod", () => ({}));'],
].map(([property = "", code = ""]) => ({ style: "defineHandler", property, code }));

const together: readonly Misspelling[] = [
  ["mesage", "export const all = defineHandlers({ scanCode: () => ({ message: [], mesage: [] }) });"],
  [
    "relationNumbr",
    `export const all = defineHandlers({ startSession: () => undefined, scanCode: async () => ({ ${nested} }) });`,
  ],
  ["scanCod", "export const all = defineHandlers({ scanCod: () => ({}) });"],
].map(([property = "", code = ""]) => ({ style: "defineHandlers", property, code }));

const onTimeout: readonly Misspelling[] = [
  {
    style: "onTimeout",
    property: "mesage",
    code: "router({ subscriptions, handlers: {}, onTimeout: { scanCode: () => ({ message: [], mesage: [] }) } });",
  },
];

const methods: readonly Misspelling[] = [
  ["mesage", '@OnMplus("scanCode") answer() { return { message: [], mesage: [] }; }'],
  ["relationNumbr", `@OnMplus("scanCode") async answer() { return { ${nested} }; }`],
].map(([property = "", code = ""]) => ({
  style: "a method of Nest",
  property,
  code: `export class Webhooks { ${code} }`,
}));

const inRouter = (style: string, cases: typeof plain): readonly Misspelling[] =>
  cases.map(([property, code]) => ({ style, property, code: handlers(code) }));

/** Misspelt and misplaced properties, in every style that handlers are written in. */
export const misspellings: readonly Misspelling[] = [
  ...inRouter("at the top", plain),
  ...inRouter("nested", deep),
  ...inRouter("in a branch", branches),
  ...inRouter("from elsewhere", fromElsewhere),
  ...inRouter("in the wrong place", misplaced),
  ...alone,
  ...together,
  ...onTimeout,
  ...methods,
];

/**
 * What TypeScript cannot see, because it has forgotten the property before anybody may look: where one branch has a type that
 * has less, and the other fits it (union reduction), where a declared type has less, and where there is no type.
 */
export const unseen: readonly Misspelling[] = [
  ["union reduction: a type that has less", `scanCode: ({ request }) => (${found} ? some : misspelt)`],
  ["any", 'scanCode: () => JSON.parse("{}")'],
  [
    "a question",
    'scanCode: async ({ ask }) => { await ask.dialog({ required: true, allowMultipleOptions: false, dialogTitle: "a", dialogOptions: [1].map((optionId) => ({ optionId, optionName: "a", mesage: 1 })) }); }',
  ],
  ["a function that gives its argument a type", "scanCode: timed(() => ({ message: [], mesage: [] }))"],
  ["a cast", "scanCode: () => ({ mesage: [] }) as ScanCodeResponse"],
  ["a declared type that has less", "scanCode: (): object => ({ mesage: [] })"],
  [
    "a variable of a type that has less",
    "scanCode() { const answer: { message?: [] } = misspelt as { message: []; mesage: [] }; return answer; }",
  ],
].map(([style = "", code = ""]) => ({ style, property: "mesage", code: handlers(code) }));

/** Right handlers, in all styles; each reads what only an inferred parameter has. */
export const right: readonly string[] = [
  ...[
    'scanCode: ({ request }) => ({ scanCode: { recognized: request.scanCode.scannedCode !== "" } })',
    'scanCode: async ({ request }) => ({ scanCode: { recognized: request.scanCode.scannedCode !== "" } })',
    "scanCode({ request }) { return { message: [{ message: request.scanCode.scannedCode }] }; }",
    "async scanCode({ request, log }) { log.info({}, request.scanCode.scannedCode); return {}; }",
    "scanCode: function ({ request }) { return { message: [{ message: request.scanCode.scannedCode }] }; }",
    "scanCode: (context) => ({ message: [{ message: context.request.scanCode.scannedCode }] })",
    'scanCode: ({ request: { scanCode } }) => ({ scanCode: { recognized: scanCode.scannedCode === "1", relationNumber: 12 } })',
    "startSession: () => undefined",
    "startSession() {}",
    "async startSession() {}",
    'startSession: ({ request, log }) => log.info({ at: request.event.eventTimestamp }, "")',
    "startSession: undefined",
    `scanCode: ({ request }) => (${found} ? { scanCode: { recognized: true, relationNumber: 12 } } : { scanCode: { recognized: false } })`,
    `scanCode: ({ request }) => (${found} ? { scanCode: { recognized: true } } : undefined)`,
    `scanCode({ request }) { if (${found}) return; return { message: [] }; }`,
    `async scanCode({ request }) { if (${found}) return {}; return { scanCode: { recognized: true }, message: [] }; }`,
    `scanCode: ({ request }) => ({ ...(${found} && { message: [] }), scanCode: { recognized: true } })`,
    "scanCode: () => ({ ...right })",
    "scanCode: () => right",
    "scanCode: () => ({ message: [new Text()] })",
    "scanCode: () => declared",
    "scanCode: async () => declared",
    "scanCode: (): ScanCodeResponse => ({ scanCode: { recognized: true } })",
    "scanCode: async ({ request }): Promise<ScanCodeResponse> => ({ scanCode: { recognized: request.sender.branchNumber > 1 } })",
    "scanCode: async ({ request, ask }) => { const { selectedDialogOptionIds } = await ask.dialog({ required: true, allowMultipleOptions: false, dialogTitle: request.scanCode.scannedCode, dialogOptions: [] }); return { message: [{ message: String(selectedDialogOptionIds) }] }; }",
    'scanCode: ({ request }) => ({ error: { code: "internal-error", message: request.scanCode.scannedCode } })',
    "completeSession: ({ request }) => ({ receiptFooter: [{ textBefore: String(request.session.sessionId) }] })",
    'completeSession: () => ({ receiptFooter: { textBefore: "" } })',
    "pollExternalPayment: async ({ request }) => ({ polling: { finished: request.externalPayment.amount === 0 }, externalPayment: { confirmed: true } })",
    'addSessionLine: ({ request }) => ({ lineChanges: (request.session.lines ?? []).map(({ lineId }) => ({ lineId, externalDiscount: { discountId: "a", discountPercentage: 1 } })) })',
    "scanCode: typed",
    "scanCode: Math.random() > 0.5 ? typed : undefined",
    "scanCode: logged(({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }))",
    "scanCode: timed(({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }))",
    "...shared, startSession: () => ({ lockSession: true })",
  ].map(handlers),
  'export const handler = defineHandler("scanCode", ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }));',
  'export const handler = defineHandler("scanCode", async ({ request }) => void request.scanCode.scannedCode);',
  "export const all = defineHandlers({ scanCode: ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }) }); router({ subscriptions, handlers: all });",
  "const options: MplusOptions = { subscriptions, handlers: { scanCode: ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }) } }; router(options);",
  "export const start = <H extends MplusHandlers>(handlers: H) => router<MplusHandlers>({ subscriptions, handlers });",
  "class Shop { #count = 0; scanCode() { this.#count += 1; return { message: [{ message: this.hello() }] }; } private hello() { return String(this.#count); } } router({ subscriptions, handlers: new Shop() });",
  "router({ subscriptions, handlers: {}, onTimeout: { scanCode: ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] }) } });",
  '  export class Webhooks { @OnMplus("scanCode") answer({ request }: MplusContext<"scanCode">) { return { message: [{ message: request.scanCode.scannedCode }] }; } }',
];

/** What the code of a case may use. */
export const preamble = `
import { createMplusRouter as router, defineHandler, defineHandlers } from "./generated/express/index.js";
import type { MplusContext, MplusEventHandler, MplusHandlers, MplusOptions } from "./generated/express/index.js";
import { OnMplus } from "./generated/nest/index.js";
import type { Message, ScanCodeResponse, WebhookEventName } from "./generated/types/index.js";
export const subscriptions = {};
export const right = { scanCode: { recognized: true } };
export const misspelt = { message: [], mesage: [] };
export const customer = { name: "A", relationNumber: 12 };
export declare const rows: any[];
export class Text { message = "a"; shout() {} }
export const later = Promise.resolve(misspelt);
export const shared = defineHandlers({ scanCode: () => right });
export const logged = <A extends unknown[], R>(call: (...args: A) => R) => (...args: A): R => call(...args);
export const timed = <E extends WebhookEventName>(handler: MplusEventHandler<E>): MplusEventHandler<E> => handler;
export const answerAll = () => misspelt;
export const typed: MplusEventHandler<"scanCode"> = async ({ request }) => ({ message: [{ message: request.scanCode.scannedCode }] });
export declare const declared: ScanCodeResponse;
export declare const text: Message;
export declare const some: { readonly message?: never[] };
export type Used = [MplusContext<"scanCode">, MplusHandlers, MplusOptions]; export const used = [router, defineHandler, OnMplus];
`;
