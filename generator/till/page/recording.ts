import type { Json, JsonObject } from "../../base/json.js";
import { formatDuration } from "../scenario/scenario.js";
import { escapeReferences, mapTexts } from "../scenario/references.js";
import { formatYaml } from "../../base/text/yaml.js";
import type { Exchange, TillSession } from "../engine/till.js";

export interface Recording {
  readonly release: string;
  readonly product: string;
  readonly actions: RecordedAction[];
}

export interface RecordedAction {
  /** Undefined if the till acted on its own. */
  readonly step: JsonObject | undefined;
  readonly exchange: Exchange | undefined;
  readonly before: TillSession;
  readonly after: TillSession;
  /** True if the till has nothing more to send on its own. */
  readonly isOver: boolean;
  /** When it began, on the till's clock. */
  readonly since: number;
}

/** The YAML scenarios expect the same outcome from the same receiver. */
export const formatRecordings = (recordings: readonly Recording[]): string =>
  recordings
    .filter(({ actions }) => actions.length > 0)
    .map(({ release, product, actions }) =>
      formatYaml({
        name: "Recorded at the till",
        description,
        release,
        product,
        steps: listScenarioSteps(actions),
      }),
    )
    .join("---\n");

const description = "Ids, times and texts with a number are not checked, because they may differ each time.";

/** Ids differ in each run, so a later step refers to the step that had the id first. */
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

/** Merges consecutive polls into one wait, up to an answer that was not accepted. */
function mergePolls(all: readonly RecordedAction[], action: RecordedAction): readonly RecordedAction[] {
  const last = all.at(-1);
  if (!last || action.step || last.step || last.exchange?.verdict.kind !== "taken") return [...all, action];
  return [...all.slice(0, -1), { ...action, before: last.before, since: last.since }];
}

/** Adds a margin if nothing was left to do afterwards, because the wait then ends early. */
function formatWait({ exchange, since, isOver }: RecordedAction): string {
  const time = (exchange?.at ?? since) - since;
  return formatDuration(isOver ? Math.ceil((time * 1.2 + 5000) / 1000) * 1000 : time);
}

/** Leaves out what differs in each run. */
function toExpectation({ exchange, before, after }: RecordedAction): JsonObject {
  if (!exchange) return {};
  const { verdict } = exchange;
  if (verdict.kind === "failed") return { expect: { failed: verdict.status } };
  if (verdict.kind !== "taken") return { expect: { [verdict.kind]: verdict.findings[0]?.code ?? "" } };
  const changed = comparedParts.flatMap((name) => {
    const [old, now] = [before, after].map((session) => JSON.stringify(session[name] ?? null));
    return old === now ? [] : [[name, after[name] ?? null] as const];
  });
  // Lines that the user added need no check.
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

/** Drops ids, times, and texts with a number (`Your points: 18`). Objects and lists stay, even if empty. */
const withoutMoment = (value: JsonObject): JsonObject =>
  mapTexts(value, (text) => (isOfMoment(text) ? undefined : escapeReferences(text)));

const isOfMoment = (text: string): boolean =>
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^\d{4}-\d\d-\d\dT\d\d:\d\d/i.test(text) ||
  (/\d/.test(text) && /\s/.test(text));
