// What a careful partner writes by hand: verify, parse, check with ajv, answer, check the answer, sign.
import { timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileStandalone } from "./chain-ajv.mjs";
import { compute, sign } from "./deliveries.mjs";
import { importFrom } from "./processes.mjs";

/** Compiles the checks from the JSON Schema in a folder. */
export function writeChecksByHand(home) {
  const schema = JSON.parse(readFileSync(join(home, "jsonschema/draft-07.schema.json"), "utf8"));
  const ids = { isRequest: "ScanCodeRequest", isAnswer: "ScanCodeResponse" };
  for (const name of Object.keys(ids)) ids[name] = `mplus#/definitions/${ids[name]}`;
  mkdirSync(join(home, "by-hand"), { recursive: true });
  writeFileSync(join(home, "by-hand/checks.js"), compileStandalone(schema, ids));
}

export async function createReceiveByHand(home, handler) {
  const { isRequest, isAnswer } = await importFrom(home, "by-hand/checks.js");
  return async (bytes, signature) => {
    const [expected, given] = [compute(bytes), Buffer.from(signature, "base64")];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error("signature");
    const request = JSON.parse(bytes.toString());
    if (!isRequest(request)) throw new Error("request");
    const answer = await handler({ request });
    if (!isAnswer(answer)) throw new Error("answer");
    const body = JSON.stringify(answer);
    return { body, headers: { "Content-Type": "application/json", "X-Mplus-Signature": sign(body) } };
  };
}
