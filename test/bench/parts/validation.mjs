// Generated validators compared with common alternatives, in one process, on the same bodies.
import { makeHome } from "../emitted.mjs";
import { figure, ratios } from "../figures.mjs";
import { interleave, timeCalls } from "../rounds.mjs";
import { bodies, editsOf } from "../validation/bodies.mjs";
import { inWords, makeContestants } from "../validation/contestants.mjs";

/** V8 learns a function's argument shapes only after some calls, so every contestant must have seen all of them. */
const sightings = 30;

const aims = { "ajv standalone": { least: 1 }, "zod 4": { least: 4 } };

const wanted = 1.3;

/** A quick run measures a ratio to within a third. */
export async function run({ quick, few }) {
  const contestants = await makeContestants(makeHome(), few);
  for (const side of ["request", "response"])
    for (let time = 0; time < sightings; time++) agree(contestants[side], editsOf(side));
  const figures = [];
  for (const { side, size, fits, body } of bodies) {
    const checks = contestants[side];
    for (const [name, check] of Object.entries(checks))
      if (check(body) !== fits) throw new Error(`${name} is wrong about a ${side} of ${size}`);
    const milliseconds = quick ? 1 : 6;
    // Count the calls only once they are at full speed.
    for (const check of Object.values(checks)) await callsFor(check, body, 50 * milliseconds);
    const calls = await callsFor(checks.ours, body, milliseconds);
    const rounds = quick ? { rounds: 9, warmups: 5 } : { rounds: 41, warmups: 15 };
    const times = await interleave(checks, rounds, (check) => timeCalls(() => check(body), calls));
    figures.push(...compare(`validation, ${fits ? "accept" : "refuse"} a ${side}, ${size}`, times, fits));
  }
  return few ? figures : [...figures, ...summarize(figures)];
}

/** The spread over all bodies, for contestants whose figures are all details. */
function summarize(figures) {
  const mediansOf = (contestant, beside) =>
    figures
      .filter((each) => each.contestant === contestant && each.beside === beside)
      .map(({ median }) => median);
  const [ajv, zod, told] = [
    mediansOf("ours", "ajv standalone"),
    mediansOf("ours", "zod 4"),
    mediansOf(inWords, "ajv standalone"),
  ];
  const count = ajv.filter((median) => median >= wanted).length;
  const slowest = { what: "validation, slowest body", contestant: "ours" };
  return [
    figure({
      what: `validation, bodies of ${ajv.length} at ${wanted} × or more`,
      contestant: "ours",
      beside: "ajv standalone",
      unit: "",
      values: [count],
      aim: { least: ajv.length - 1 },
    }),
    figure({ ...slowest, beside: "zod 4", values: [Math.min(...zod)], aim: aims["zod 4"] }),
    figure({ ...slowest, contestant: inWords, beside: "ajv standalone", values: [Math.min(...told)] }),
  ];
}

/** Relative speeds: the number of our runs per run of another. */
function compare(what, { ours, [inWords]: told, ...others }, fits) {
  const compared = Object.entries(others).map(([beside, times]) =>
    figure({
      what,
      contestant: "ours",
      beside,
      values: ratios(times, ours),
      aim: aims[beside],
      detail: beside !== "ajv standalone",
    }),
  );
  const beside = "ajv standalone";
  const values = ratios(others[beside], told);
  return fits ? compared : [...compared, figure({ what, contestant: inWords, beside, values, detail: true })];
}

/** All contestants must agree on every edit of a body. */
function agree(checks, edits) {
  let count = 0;
  for (const body of edits) {
    const verdicts = Object.entries(checks).map(([name, check]) => [name, check(body)]);
    if (new Set(verdicts.map(([, verdict]) => verdict)).size > 1)
      throw new Error(`no agreement: ${JSON.stringify(verdicts)} on ${JSON.stringify(body)}`);
    count += 1;
  }
  if (count < 50) throw new Error("too few edits");
}

async function callsFor(check, body, milliseconds) {
  for (let calls = 1; ; calls *= 2) {
    const time = await timeCalls(() => check(body), calls);
    if (time > milliseconds) return Math.max(1, Math.round((calls * milliseconds) / time));
  }
}
