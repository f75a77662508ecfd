import { describe, expect, it } from "vitest";
import { baseline, formatRelease } from "../../generator/base/time/release.js";
import { emitInProcess, type Emitted } from "../laws/judges/emitted.js";
import { adviseOn, alternativeBodies, isKnown, spoiltBodies, wholeBody } from "./alternative-bodies.js";
import { loadOwnModel, loadOwnRange } from "./own-spec.js";

const model = loadOwnModel();
const newestRelease = model.releases.at(-1)?.release ?? baseline;
const newest = formatRelease(newestRelease);

/** The oldest release, some in between, the newest, and ranges. */
const ranges = ["0..0", "11.3..11.3", "43.1.1..43.1.1", "48..48", `${newest}..${newest}`, "48..", ".."];

/** Undocumented parts cause no rejection; documented parts must be valid. */
describe.each(ranges)("what the shops of %s may send", (range) => {
  const view = loadOwnRange(range);
  let emitted: Promise<Emitted> | undefined;
  const load = (): Promise<Emitted> => (emitted ??= emitInProcess(view, model));
  const known = alternativeBodies.filter((given) => isKnown(given, view));

  it.each(known.map((each) => [each.statement, each.event, each.name, each] as const))(
    "%s, %s: %s",
    async (_statement, event, _name, given) => {
      const { validateRequest, validateErrorRequest } = await load();
      const check = (body: unknown) =>
        event === "errorRequest" ? validateErrorRequest(body) : validateRequest(event, body);
      const body = wholeBody(given, given.body);
      const advice = adviseOn(given, view, newestRelease);
      const before = structuredClone(body);
      const result = check(body);
      expect(result.ok && result.value, `${advice}\n${JSON.stringify(result)}`).toEqual(
        wholeBody(given, given.read ?? given.body),
      );
      const leftOut = result.ok ? (result.leftOut ?? []).map(({ path, code }) => ({ path, code })) : [];
      expect(leftOut, advice).toHaveLength(given.leftOut?.length ?? 0);
      expect(leftOut, advice).toEqual(expect.arrayContaining([...(given.leftOut ?? [])]));
      expect(body).toEqual(before);
      for (const { at, body: spoilt } of spoiltBodies(given)) {
        const refused = check(spoilt);
        expect(
          refused.ok ? "accepted" : refused.problems[0]?.path,
          `${advice}\n${JSON.stringify(spoilt)}`,
        ).toBe(at);
      }
    },
  );
});
