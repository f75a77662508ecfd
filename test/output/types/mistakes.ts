/** A user's mistake with an adapter, and what the compiler has to mention. */
export interface Mistake {
  readonly name: string;
  readonly target: string;
  readonly code: string;
  readonly mentions: string;
}

const factories: readonly (readonly [target: string, factory: string])[] = [
  ["express", "createMplusRouter"],
  ["fastify", "createMplusPlugin"],
  ["hono", "createMplusApp"],
  ["koa", "createMplusMiddleware"],
  ["node", "createMplusListener"],
  ["fetch", "createMplusHandler"],
  ["lambda", "createMplusLambda"],
];

const call = (target: string, factory: string, handler: string): string => `
import { ${factory} } from "./generated/${target}/index.js";
export const mplus = ${factory}({ subscriptions: {}, handlers: { ${handler} } });
`;

const method = (decorator: string, code: string): string => `
import { OnMplus, OnMplusError, type MplusContext } from "./generated/nest/index.js";
export class Webhooks {
  ${decorator} ${code}
}
export const used = [OnMplus, OnMplusError];
export type Used = MplusContext<"scanCode">;
`;

const ofNest = (name: string, decorator: string, code: string, mentions: string): Mistake => ({
  name,
  target: "nest",
  code: method(decorator, code),
  mentions,
});

/** Another event's answer, in every framework; and what else a decorator can be put on. */
export const mistakes: readonly Mistake[] = [
  ...factories.map(([target, factory]) => ({
    name: "a handler that answers another event's part",
    target,
    code: call(target, factory, 'scanCode: () => ({ receiptFooter: { textBefore: "" } })'),
    mentions: "receiptFooter",
  })),
  ...factories.map(([target, factory]) => ({
    name: "a handler for no event",
    target,
    code: call(target, factory, "scanCod: () => ({})"),
    mentions: "scanCod",
  })),
  ofNest(
    "a method that answers another event's part",
    '@OnMplus("scanCode")',
    'answer() { return { receiptFooter: { textBefore: "" } }; }',
    "receiptFooter",
  ),
  ofNest(
    "a method that takes another event",
    '@OnMplus("scanCode")',
    'answer({ request }: MplusContext<"completeSession">) { void request; }',
    "completeSession",
  ),
  ofNest("a method for no event", '@OnMplus("scanCod")', "answer() {}", "scanCod"),
  ofNest(
    "a method for error reports that takes an event",
    "@OnMplusError()",
    'answer({ request }: MplusContext<"scanCode">) { void request; }',
    "request",
  ),
  ofNest("a decorator on a property", '@OnMplus("scanCode")', "answer = 1;", "property decorator"),
];
