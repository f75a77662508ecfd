import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { readObjectLists } from "../../object-lists.js";
import { joinPointer } from "../../pointer.js";

/**
 * No answer can be taken for a request: none has a name of `onlyInRequests`. It is enough to look at the listed names: the
 * dialect allows no others at the top of a response.
 */
export const answersAreNoRequests = (spec: LinkedSpec): Problem[] =>
  readObjectLists(spec).flatMap(({ file, answers }) =>
    (spec.envelope?.onlyInRequests ?? [])
      .filter((name) => Object.hasOwn(answers, name))
      .map((name) =>
        report("answer-like-request", { name }, { file, pointer: joinPointer("", "answers", name) }),
      ),
  );
