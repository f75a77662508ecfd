import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { readObjectLists } from "../../object-lists.js";
import { joinPointer } from "../../pointer.js";

/** Every event carries the first, and every report on an answer of ours the second: a request has one of them, or both. */
const namesOfRequests = ["event", "original"];

/**
 * No answer can be taken for a request. The names listed are all that a response has at its top: the dialect lets
 * none be open, include properties, or have legacy names there.
 */
export const answersAreNoRequests = (spec: LinkedSpec): Problem[] =>
  readObjectLists(spec).flatMap(({ file, answers }) =>
    namesOfRequests
      .filter((name) => Object.hasOwn(answers, name))
      .map((name) =>
        report("answer-like-request", { name }, { file, pointer: joinPointer("", "answers", name) }),
      ),
  );
