// Processor time of the generated validators on requests and answers of three sizes, half of them valid. Ajv's standalone code
// must agree.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileStandalone } from "../chain-ajv.mjs";
import { answerTo, scanCode } from "../deliveries.mjs";
import { emit, viewOfSpec } from "../emitted.mjs";
import { importFrom, makeHome } from "../processes.mjs";
import { report } from "../report.mjs";
import { interleave, timeCalls } from "../rounds.mjs";
import { importSource } from "../../workbench/sources.mjs";

const { toJsonSchema } = await importSource("../test/workbench/json-schema.ts");

/** The aims are in microseconds. */
const sizes = {
  "1 line": { lines: 1, most: 10 },
  "20 lines": { lines: 20, most: 25 },
  "500 lines": { lines: 500, most: 500 },
};

const home = makeHome();
await emit(home, ["validators"]);
const ours = await importFrom(home, "validators/index.js");
const { request, response } = viewOfSpec().events.find(({ name }) => name === "scanCode");
const ajv = {
  ScanCodeRequest: await compile(toJsonSchema(request, "request"), "request"),
  ScanCodeResponse: await compile(toJsonSchema(response, "response"), "response"),
};
const validate = { ScanCodeRequest: ours.validateRequest, ScanCodeResponse: ours.validateResponse };
const checksOf = (title) => ({ ours: (body) => validate[title]("scanCode", body).ok, ajv: ajv[title] });

// V8 learns which shapes a function gets only after some calls, and a server gets more than one.
for (const { title, isValid, body } of makeBodies(1))
  for (let time = 0; isValid && time < 30; time++)
    for (const edited of editsOf(body)) {
      const checks = checksOf(title);
      if (checks.ours(edited) !== checks.ajv(edited))
        throw new Error(`no agreement: ${JSON.stringify(edited)}`);
    }

for (const [size, { lines, most }] of Object.entries(sizes))
  for (const { title, isValid, body } of makeBodies(lines)) {
    const checks = checksOf(title);
    for (const [name, check] of Object.entries(checks))
      if (check(body) !== isValid) throw new Error(`${name} is wrong about a ${title} of ${size}`);
    const calls = Math.ceil(20_000 / lines);
    const { ours: times } = await interleave({ ours: checks.ours }, { rounds: 41, warmups: 15 }, (check) =>
      timeCalls(() => check(body), calls),
    );
    const what = `${isValid ? "valid" : "invalid"} ${title}, ${size}`;
    const micros = times.map((time) => (time * 1000) / calls);
    report(`validators, ${what}`, micros, { unit: "µs", most });
  }

async function compile(schema, name) {
  writeFileSync(join(home, `${name}.mjs`), compileStandalone(schema, { check: "mplus" }));
  return (await importFrom(home, `${name}.mjs`)).check;
}

/** Requests and answers; in an invalid one, the last line has a number as text. */
function makeBodies(lines) {
  const [request, wrongRequest] = [0, 1].map(() => JSON.parse(JSON.stringify(scanCode(lines))));
  const [response, wrongResponse] = [0, 1].map(() => answerTo(request, lines));
  wrongRequest.session.lines.at(-1).quantity = "1";
  wrongResponse.lineChanges.at(-1).externalDiscount.discountPercentage = "5";
  return [
    { title: "ScanCodeRequest", isValid: true, body: request },
    { title: "ScanCodeRequest", isValid: false, body: wrongRequest },
    { title: "ScanCodeResponse", isValid: true, body: response },
    { title: "ScanCodeResponse", isValid: false, body: wrongResponse },
  ];
}

/** Copies of a body with one change each: every value dropped or replaced. */
function* editsOf(body) {
  for (const place of placesOf(body))
    for (const value of [undefined, null, "text", -1.5, true, {}]) {
      const copy = structuredClone(body);
      const holder = place.slice(0, -1).reduce((part, key) => part[key], copy);
      if (value !== undefined) holder[place.at(-1)] = value;
      else if (Array.isArray(holder)) holder.splice(Number(place.at(-1)), 1);
      else delete holder[place.at(-1)];
      yield copy;
    }
}

function placesOf(value, place = []) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    [...place, key],
    ...placesOf(part, [...place, key]),
  ]);
}
