import type { Exploration, Found } from "../../explore/explore.js";
import { quoteForShell, showInvisible, toVisibleLine } from "../../text/quote.js";
import { wrapText } from "../../text/words.js";
import type { Args } from "../options/commands.js";
import { getOption } from "../options/options.js";

/** What came of a call, or why nothing did. */
export type Explored = { readonly seed: number } & (Exploration | { readonly stopped: readonly string[] });

/** What was found, as YAML that `simulate` reads: scenarios, and all else in comments. */
export function formatExploration(explored: Explored, args: Args<"explore">): string {
  const { url = "" } = args;
  if ("stopped" in explored) {
    const lines = [...explored.stopped, "Nothing was explored. To look closer:"];
    return formatComment(lines, `mplus-codegen doctor ${listOptions(url, args)}`);
  }
  const { found } = explored;
  const lines = describeExploration(explored);
  if (found.length === 0) return formatComment([...lines, "Nothing failed."]);
  const count = found.length === 1 ? "1 failure" : `${found.length} failures`;
  const again = `mplus-codegen simulate found.yaml ${listOptions(url, args)}`;
  const head = formatComment([...lines, `${count}. Save this as found.yaml to play it again:`], again);
  return [head, ...found.map(formatFound)].join("---\n");
}

function describeExploration({ seed, walks, events, lacking }: Exploration & Explored): readonly string[] {
  const rows = listEvents(events);
  const requests = rows.reduce((sum, { sent }) => sum + sent, 0);
  const refused = rows.filter(({ notTaken }) => notTaken > 0).map((row) => `${row.event} ${row.notTaken}`);
  return [
    `Seed ${seed}: ${walks} walks, ${requests} requests.`,
    `Sent: ${rows.map(({ event, sent }) => `${event} ${sent}`).join(", ")}.`,
    ...(refused.length > 0 ? [`Not taken, which a receiver may say: ${refused.join(", ")}.`] : []),
    ...(lacking.length > 0 ? [`The receiver says that it does not have: ${lacking.join(", ")}.`] : []),
  ];
}

function formatFound({ yaml, messages, reply }: Found): string {
  const said = reply
    ? [`The answer, with status ${reply.status}: ${toVisibleLine(reply.body.slice(0, 200)) || "no body"}`]
    : [];
  const flaky =
    "When this was played again, it did not fail: the receiver remembers something, or depends on time.";
  return `${formatComment(messages.length > 0 ? [...messages, ...said] : [flaky])}${yaml}`;
}

/** Lines of a comment; a call is not broken, as it is copied. */
const formatComment = (lines: readonly string[], call?: string): string =>
  [...lines.flatMap((line) => wrapText(line, 110)), ...(call === undefined ? [] : [`  ${call}`])]
    .map((line) => `# ${showInvisible(line)}\n`)
    .join("");

/** Where the receiver is, as a call has it. */
function listOptions(url: string, { subscription, secretEnv }: Args<"explore">): string {
  const given = [
    ["--subscription", subscription, getOption("subscription").default],
    ["--secret-env", secretEnv, getOption("secretEnv").default],
  ] as const;
  const others = given.flatMap(([flag, value, usual]) =>
    value === usual ? [] : [flag, quoteForShell(value)],
  );
  return ["--url", quoteForShell(url), ...others].join(" ");
}

/** The events, the most frequent first. */
const listEvents = (events: Exploration["events"]) =>
  [...events].map(([event, counts]) => ({ event, ...counts })).sort((a, b) => b.sent - a.sent);

/** The same for a program. */
export const explorationToJson = (explored: Explored) =>
  "stopped" in explored
    ? explored
    : {
        seed: explored.seed,
        walks: explored.walks,
        events: listEvents(explored.events),
        lacking: explored.lacking,
        failures: explored.found.map(({ flaw, yaml, messages, reply }) => ({
          name: flaw,
          scenario: yaml,
          messages,
          failsAgain: messages.length > 0,
          answer: reply?.body ?? null,
        })),
      };
