import type { TypeGroup } from "./type-group.js";

/** Express is not in this list: `exact-answers.ts` tests it with all cases. */
const factories: readonly (readonly [target: string, factory: string])[] = [
  ["fastify", "createMplusPlugin"],
  ["hono", "createMplusApp"],
  ["koa", "createMplusMiddleware"],
  ["node", "createMplusListener"],
  ["fetch", "createMplusHandler"],
  ["lambda", "createMplusLambda"],
];

const call = ([target, factory]: (typeof factories)[number], handler: string): string => `
import { ${factory} } from "./${target}/index.js";
export const mplus = ${factory}({ subscriptions: {}, handlers: { ${handler} } });
`;

const nest = `
import { OnMplus, OnMplusError, type MplusContext } from "./nest/index.js";
export const used = [OnMplus, OnMplusError];
export type Used = MplusContext<"scanCode">;
`;

const onMplus = (code: string, decorator = '@OnMplus("scanCode")'): string =>
  `export class Webhooks { ${decorator} ${code} }`;

/** Another event's answer in every framework, and other places for a decorator. */
export const adapterGroups: readonly TypeGroup[] = [
  {
    title: "an adapter takes handlers of its events alone",
    output: "48..",
    preamble: "",
    refused: {
      receiptFooter: factories.map((each) =>
        call(each, 'scanCode: () => ({ receiptFooter: { textBefore: "" } })'),
      ),
      scanCod: factories.map((each) => call(each, "scanCod: () => ({})")),
    },
  },
  {
    title: "a decorator stands on a method that fits it",
    output: "48..",
    preamble: nest,
    refused: {
      receiptFooter: [onMplus('answer() { return { receiptFooter: { textBefore: "" } }; }')],
      completeSession: [onMplus('answer({ request }: MplusContext<"completeSession">) { void request; }')],
      scanCod: [onMplus("answer() {}", '@OnMplus("scanCod")')],
      request: [
        onMplus('answer({ request }: MplusContext<"scanCode">) { void request; }', "@OnMplusError()"),
      ],
      "property decorator": [onMplus("answer = 1;")],
    },
  },
];
