import { expect, it } from "vitest";
import { toAnyComment } from "../../../generator/targets/models/comments.js";
import { hostileStrings } from "../../injection/hostile-strings.js";

/** What ends a comment in one of the languages, or is more than text in it. */
const ends = /[\\"`<>&\r\n\u2028\u2029\u0085]|\*\/|\/\*/;

const ownToLanguages = ['""" + 1', "\\u002a\\u002f", "?>", "</summary>", "*/", "ends in \\", 'ends in "'];

it.each([...hostileStrings, ...ownToLanguages])("a comment of any language holds %j", (text) => {
  expect(toAnyComment(text)).not.toMatch(ends);
});

it("an ordinary sentence stays as it is", () => {
  expect(toAnyComment("What was added, since v59.")).toBe("What was added, since v59.");
});
