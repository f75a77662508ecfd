import { readEventName } from "../engine/deliver.js";
import { startTill, type TillContract } from "../engine/start-till.js";
import { readTillOptions } from "../engine/till-set-up.js";
import type { Exchange, Till, TillOptions } from "../engine/till-types.js";
import { openScenario, type ScenarioPlayer, type TillAccess } from "../scenario/open-scenario.js";
import type { Scenario } from "../scenario/scenario.js";
import type { DoneStep } from "../scenario/write-scenario.js";
import type { SeenExchange, SentRequest } from "../engine/seen-exchange.js";

export interface TillRunOptions extends Pick<TillShop, "secretEnv" | "resend"> {
  readonly contract: TillContract;
  readonly till: Omit<TillOptions, "fetch" | "onExchange">;
  /** A second shop of the same server, which a user can switch to. */
  readonly otherShop?: TillShop | undefined;
}

export interface TillShop extends Pick<TillOptions, "subscription" | "secret"> {
  readonly secretEnv: string;
  readonly resend: (request: SentRequest) => Promise<SeenExchange>;
}

/** An exchange of the till. Times are in milliseconds. */
export interface TillExchange {
  readonly exchange: Exchange;
  /** On the wire. */
  readonly id: number;
  /** Time of completion, on the wall clock. */
  readonly at: number;
  readonly byItself: boolean;
  /** True if the till then repeats an event until an answer ends it. */
  readonly isWaiting: boolean;
}

/** One till, until another release, product, shop or scenario replaces it. */
export interface TillRun {
  readonly till: Till;
  readonly setUp: ReturnType<typeof readTillOptions>;
  readonly log: readonly TillExchange[];
  /** Subscription ID of its shop. */
  readonly shop: string;
  /** The user's steps in the current sale. */
  done: readonly DoneStep[];
  /** The scenario that it plays. */
  readonly player: ScenarioPlayer | undefined;
}

export interface TillChange extends Pick<TillOptions, "release" | "product"> {
  readonly shop?: string | undefined;
}

type SendingTill = Pick<TillOptions, "subscription" | "secret"> & { readonly release: string };

interface TillWatch {
  readonly onSend: (event: string) => void;
  readonly onExchange: (exchange: Exchange, till: SendingTill) => Omit<TillExchange, "isWaiting">;
}

/**
 * Starts a till. With a scenario, the till is the scenario's own: its release, product and settings.
 * @throws TillError if an option is invalid
 */
export function startTillRun(
  options: TillRunOptions,
  { shop, ...change }: TillChange,
  { onSend, onExchange }: TillWatch,
  scenario?: Scenario,
): TillRun {
  const { contract, till: common } = options;
  const { subscription, secret } = findShop(options, shop ?? common.subscription);
  const log: TillExchange[] = [];
  const watch = (given: TillOptions): TillOptions => ({
    ...given,
    settings: { ...common.settings, ...given.settings },
    // Show what the till waits for before the answer arrives.
    fetch: (input, init) => {
      onSend(readEventName(input as string));
      return fetch(input, init);
    },
    onExchange: (exchange) => {
      const { release, pending } = run.till;
      const isWaiting = pending.some(({ canEnd }) => canEnd);
      log.push({ ...onExchange(exchange, { subscription, secret, release }), isWaiting });
    },
  });
  const start = (given: TillOptions) => startTill(contract, watch(given));
  const own = { ...common, subscription, secret, ...change };
  const player = scenario && openOwnTill(scenario, own, { contract, startTill: start });
  const setUp = readTillOptions(watch(scenario ? { ...own, ...pickTillOptions(scenario) } : own), contract);
  const run: TillRun = {
    till: player?.till ?? start(own),
    setUp,
    log,
    shop: subscription,
    done: [],
    player,
  };
  return run;
}

/** With ids of its own, even if the options have a seed. Time passes only within a step, so that a user can read. */
const openOwnTill = (
  scenario: Scenario,
  { url, subscription, secret }: TillOptions,
  access: TillAccess,
): ScenarioPlayer => openScenario(scenario, { url, subscription, secret, clock: "virtual" }, access);

const pickTillOptions = ({ release, product, events, settings }: Scenario) => ({
  release,
  product,
  events,
  settings,
});

const listShops = ({
  till,
  secretEnv,
  resend,
  otherShop,
}: TillRunOptions): readonly [TillShop, ...TillShop[]] => [
  { subscription: till.subscription, secret: till.secret, secretEnv, resend },
  ...(otherShop ? [otherShop] : []),
];

export const listShopNames = (options: TillRunOptions): readonly string[] =>
  listShops(options).map(({ subscription }) => subscription);

/** The requests of an unknown shop are sent again with the first shop's secret. */
export function findShop(options: TillRunOptions, name: string): TillShop {
  const [first, ...others] = listShops(options);
  return others.find(({ subscription }) => subscription === name) ?? first;
}
