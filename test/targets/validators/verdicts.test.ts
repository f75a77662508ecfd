import { describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import type { Problem, ResponseOptions, Result } from "../../../templates/copied/validators/results.js";
import { emitInProcess } from "../../laws/judges/emitted.js";
import { readContract } from "../contracts.js";
import { freeze } from "../../workbench/outputs.js";

/** A request or an answer, and the verdict of the emitted validators. */
interface Case extends ResponseOptions {
  readonly event?: string;
  readonly request?: unknown;
  readonly answer?: unknown;
  /** The lists are lines: `#/path code: message [release]`. */
  readonly problems?: readonly string[];
  readonly leftOut?: readonly string[];
  readonly omitted?: readonly string[];
  /** Default: the given body itself. */
  readonly value?: unknown;
  readonly throws?: string;
}

const files = [
  ...["requests", "answers", "lenient", "int64", "standings", "seen"],
  ...["shops", "shops-of-list", "shapes", "shapes-of-list", "gone-events", "adjoining"],
  ...["required-since", "forbidden", "formats", "open"],
];

describe.each(files)("%s.yaml", (file) => {
  const { model, responses, viewIn, cases } = readContract<Case>(`cases/${file}.yaml`, import.meta);

  describe.each(responses)("%s answers", (mode) => {
    const emitted = once(() => emitInProcess(viewIn(mode), model()));

    it.each(Object.entries(cases))("%s", async (_name, { event = "ping", request, answer, ...more }) => {
      const { problems, leftOut, omitted, value, throws, ...options } = more;
      const given = freeze(request ?? answer);
      const { validateRequest, validateResponse } = await emitted();
      const judge = (): Result<unknown> =>
        answer === undefined ? validateRequest(event, given) : validateResponse(event, given, options);
      if (throws !== undefined) {
        expect(judge).toThrow(new RangeError(throws));
        return;
      }
      const result = judge();
      expect(result.ok ? undefined : toLines(result.problems)).toEqual(problems);
      if (!result.ok) return;
      expect(result.value).toEqual(value ?? given);
      if (value === undefined) expect(result.value).toBe(given);
      expect([toLines(result.leftOut), toLines(result.omitted)]).toEqual([leftOut, omitted]);
    });
  });
});

const toLines = (problems: readonly Problem[] | undefined): string[] | undefined =>
  problems?.map(
    ({ path, code, message, addedIn }) =>
      `#${path} ${code}: ${message}${addedIn === undefined ? "" : ` [${addedIn}]`}`,
  );
