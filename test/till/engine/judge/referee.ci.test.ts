import { expect, it } from "vitest";
import type { Finding, Verdict } from "../../../../generator/till/engine/till.js";
import { startTill } from "../../../../generator/till/engine/start-till.js";
import { formatRelease, type Release } from "../../../../generator/base/time/release.js";
import { secret, signatureOf } from "../../../conformance/signature.js";
import { takeSample } from "../../../fuzz/amount.js";
import { buildSnapshotView, interpret, type Accepts } from "../../../laws/judges/interpreted.js";
import { listConformanceAnswers, listExampleAnswers, spoil, type Answer } from "./answers.js";
import { ownContract } from "../../own-spec.js";

/**
 * The till judges answers with compiled validators that have the release as a parameter. Here, ajv judges the same
 * answers independently, by the JSON Schema of one release.
 */
const contract = ownContract();
const { model } = contract;
const examples = listExampleAnswers(model);
const spoilt = takeSample(examples.flatMap(spoil), 20);
const answers = [...examples, ...listConformanceAnswers(model), ...spoilt];

/** Other findings are about the sale, the request or the bytes. */
const isOfContract = ({ code }: Finding): boolean =>
  !/^[A-Z_]+$/.test(code) &&
  !["polling-not-answered", "wrong-echo", "contradiction", "after-end"].includes(code);

const before: Readonly<Record<string, readonly string[]>> = {
  updateSessionLine: ["addSessionLine"],
  removeSessionLine: ["addSessionLine"],
  creditSession: ["addSessionLine", "completeSession"],
};

/** Judges an answer in a shop where every event is blocking. */
async function judge({ event, body }: Answer, release: Release): Promise<Verdict> {
  let text = "{}";
  const till = startTill(contract, {
    url: "http://shop.example/mplus",
    subscription: "shop-12",
    secret,
    release: formatRelease(release),
    events: { [event]: { blocking: true } },
    clock: "virtual",
    fetch: () => {
      const headers = { "content-type": "application/json", "x-mplus-signature": signatureOf(text) };
      return Promise.resolve(new Response(text, { headers }));
    },
  });
  try {
    for (const earlier of before[event] ?? []) await till.send(earlier);
    text = body;
    return (await till.send(event)).verdict;
  } finally {
    await till.close();
  }
}

function createOracle(release: Release): ReadonlyMap<string, Accepts> {
  const { events } = buildSnapshotView(model, release);
  return new Map(events.map(({ name, response }) => [name, interpret(response, "response")]));
}

it.each(takeSample(model.releases, 6).map(({ release }) => [formatRelease(release), release] as const))(
  "a till of v%s judges examples, as they are and spoilt, and the answers of the conformance suite as ajv does",
  async (_name, release) => {
    const judged = await judgeAll(answers, release, createOracle(release));
    expect(judged.disagreements).toEqual([]);
    expect(judged.taken).toBeGreaterThan(20);
    expect(judged.refused).toBeGreaterThan(20);
  },
);

/** Lists the answers on which the two disagree, and counts each verdict. */
async function judgeAll(each: readonly Answer[], release: Release, oracle: ReadonlyMap<string, Accepts>) {
  const judged = { taken: 0, refused: 0, disagreements: [] as string[] };
  for (const answer of each) {
    const accepts = oracle.get(answer.event);
    if (!accepts) continue;
    const verdict = await judge(answer, release);
    const isAccepted = accepts(JSON.parse(answer.body === "" ? "{}" : answer.body));
    judged[isAccepted ? "taken" : "refused"] += 1;
    if (agrees(verdict, isAccepted)) continue;
    judged.disagreements.push(
      `${answer.name} (${answer.event}): ${answer.body} is ${JSON.stringify(verdict)}`,
    );
  }
  return judged;
}

/** The till never uses an answer with `error`, so it does not check the rest of the answer. */
function agrees(verdict: Verdict, isAccepted: boolean): boolean {
  if (verdict.kind === "failed") return true;
  if (verdict.kind === "silent") return false;
  const findings = verdict.kind === "refused" ? verdict.findings : [];
  if (isAccepted) return !findings.some(isOfContract);
  return findings.some((finding) => isOfContract(finding) || finding.code === "INVALID_DATA");
}
