import { describe, expect, it } from "vitest";
import { decodeSecrets } from "../../../generated/receiver/values.js";
import * as nodeCrypto from "../../../templates/copied/receiver/signature.js";
import * as webCrypto from "../../../templates/copied/receiver/signature-web.js";
import { scan } from "../../conformance/requests.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { fromSeed } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { scaleAmount, report } from "../amount.js";

const body = Buffer.from(JSON.stringify(scan()));
const good = signatureOf(body);

/** A signature of the same length that is wrong from this character on. */
const wrongFrom = (right: number): string =>
  good.slice(0, right) + (right === 43 ? "A" : `${good.slice(right, 43).replace(/./g, toOther)}=`);

const toOther = (letter: string): string => (letter === "A" ? "Q" : "A");

describe.each([
  { kind: "node", findSigner: nodeCrypto.findSigner, suite: 1000, rights: [0, 1, 8, 22, 42, 43], most: 1.05 },
  // After 43 right characters, the rest is invalid base64 and tests no comparison. The platform's verify answers
  // from another thread, and its scheduling varies by up to 15% between runs.
  { kind: "web", findSigner: webCrypto.findSigner, suite: 300, rights: [0, 1, 8, 22, 42], most: 1.25 },
])("the time of a wrong signature, with $kind crypto", ({ kind, findSigner, suite, rights, most }) => {
  it("does not tell how much of it is right", async () => {
    const keys = decodeSecrets(secret);
    const signatures = rights.map(wrongFrom);
    expect(await findSigner(keys, body, good)).toBe(0);
    const times = signatures.map((): number[] => []);
    const tries = scaleAmount({ suite, full: 10_000 });
    const draw = fromSeed(seed);
    for (let turn = 0; turn < tries; turn++) {
      // Random order, so that no signature always follows the same one.
      const first = draw.below(signatures.length);
      for (let step = 0; step < signatures.length; step++) {
        const index = (first + step) % signatures.length;
        const started = process.hrtime.bigint();
        const found = await findSigner(keys, body, signatures[index] ?? "");
        times[index]?.push(Number(process.hrtime.bigint() - started));
        if (found !== -1) throw new Error("a wrong signature was taken");
      }
    }
    const medians = times.map(findMedian);
    const facts = rights.map((right, index) => [`${right} right`, `${medians[index] ?? 0} ns`] as const);
    report(`timing, ${kind} crypto`, { tries, ...Object.fromEntries(facts) });
    // If a comparison stopped early, the times would differ by nanoseconds, which this test cannot measure. It does
    // show larger differences.
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(most);
  });
});

function findMedian(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
