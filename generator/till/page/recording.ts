import type { Json, JsonObject } from "../../base/json.js";
import { formatDuration } from "../scenario/scenario.js";
import { escapeReferences, mapTexts } from "../scenario/references.js";
import { formatYaml } from "../../base/text/yaml.js";
import type { Exchange, TillSession } from "../engine/till.js";

/** The actions at one till. */
export interface Recording {
  readonly release: string;
  readonly product: string;
  readonly actions: RecordedAction[];
}

/** Something that was done at a till. */
export interface RecordedAction {
  /** As a step of a scenario has it; undefined: the till sent something by itself. */
  readonly step: JsonObject | undefined;
  readonly exchange: Exchange | undefined;
  readonly before: TillSession;
  readonly after: TillSession;
  /** Whether the till has nothing more to send by itself. */
  readonly isOver: boolean;
  /** When it began, on the clock of the till. */
  readonly since: number;
}

/** Scenarios of recordings, in YAML: they expect the same outcome of the same receiver. */
export const formatRecordings = (recordings: readonly Recording[]): string =>
  recordings
    .filter(({ actions }) => actions.length > 0)
    .map(({ release, product, actions }) =>
      formatYaml({
        name: "What was done at the till",
        description,
        release,
        product,
        steps: listScenarioSteps(actions),
      }),
    )
    .join("---\n");

const description = "Ids, times and texts with a number are not held, as they may be others each time.";

/** An id is another each time, so that a later step takes it from the step that had it first. */
function listScenarioSteps(actions: readonly RecordedAction[]): readonly JsonObject[] {
  const known = new Map<string, string>();
  const steps = actions.reduce(mergePolls, []).map((action, index) => {
    const { step = { wait: formatWait(action) }, exchange } = action;
    const filled = mapTexts(step, (text) =>
      escapeReferences(text).replace(uuid, (id) => known.get(id) ?? id),
    );
    const answer = exchange?.verdict.kind === "taken" ? exchange.verdict.answer : {};
    for (const [path, value] of listLeaves(
      { request: exchange?.request ?? null, ...answer },
      `step${index + 1}`,
    ))
      if (!known.has(value)) known.set(value, `\${${path}}`);
    return { ...filled, ...toExpectation(action) };
  });
  return steps.map((step, index) => {
    const isNamed = JSON.stringify(steps.slice(index + 1)).includes(`"\${step${index + 1}.`);
    return isNamed ? { ...step, as: `step${index + 1}` } : step;
  });
}

const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

const listLeaves = (value: Json, path: string): readonly (readonly [path: string, value: string])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, part]) =>
        /^[\w-]+$/.test(key) ? listLeaves(part, `${path}.${key}`) : [],
      )
    : [[path, String(value)]];

/** One wait for all that the till sent by itself without a break, up to what it did not take. */
function mergePolls(all: readonly RecordedAction[], action: RecordedAction): readonly RecordedAction[] {
  const last = all.at(-1);
  if (!last || action.step || last.step || last.exchange?.verdict.kind !== "taken") return [...all, action];
  return [...all.slice(0, -1), { ...action, before: last.before, since: last.since }];
}

/** As long as it took. Where it was the end of it there is time to spare: a wait ends early when nothing is left to do. */
function formatWait({ exchange, since, isOver }: RecordedAction): string {
  const time = (exchange?.at ?? since) - since;
  return formatDuration(isOver ? Math.ceil((time * 1.2 + 5000) / 1000) * 1000 : time);
}

/** The expectation of the outcome of an action, without what is another each time. */
function toExpectation({ exchange, before, after }: RecordedAction): JsonObject {
  if (!exchange) return {};
  const { verdict } = exchange;
  if (verdict.kind === "failed") return { expect: { failed: verdict.status } };
  if (verdict.kind !== "taken") return { expect: { [verdict.kind]: verdict.findings[0]?.code ?? "" } };
  const changed = comparedParts.flatMap((name) => {
    const [old, now] = [before, after].map((session) => JSON.stringify(session[name] ?? null));
    return old === now ? [] : [[name, after[name] ?? null] as const];
  });
  // Lines that the user put there are no news.
  const isNews = changed.some(([name]) => name !== "lines") || Object.keys(verdict.answer).length > 0;
  const session = isNews && changed.length > 0 && { session: Object.fromEntries(changed) };
  const expect = withoutMoment({ ...verdict.answer, ...session });
  return Object.keys(expect).length > 0 ? { expect } : {};
}

const comparedParts = [
  "lines",
  "payments",
  "relation",
  "locked",
  "lockedForAdditions",
  "printed",
  "ended",
] as const;

/** A value without ids, times, and texts that count something (`Your points: 18`). What held nothing else is only there. */
const withoutMoment = (value: JsonObject): JsonObject =>
  mapTexts(value, (text) => (isOfMoment(text) ? undefined : escapeReferences(text)));

const isOfMoment = (text: string): boolean =>
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^\d{4}-\d\d-\d\dT\d\d:\d\d/i.test(text) ||
  (/\d/.test(text) && /\s/.test(text));
