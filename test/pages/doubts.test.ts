import { expect, it } from "vitest";
import { modelOf } from "../contract/view/spec-of.js";
import { listMissingMarks } from "./doubt-marks.js";
import lives from "./odd/lives.json" with { type: "json" };
import words from "./odd/words.json" with { type: "json" };

it.each(Object.entries({ lives, words }))(
  "explain, --json and the types have each doubt that is on a page of %s.json",
  async (_name, spec) => {
    expect(await listMissingMarks(modelOf(spec))).toEqual([]);
  },
);
