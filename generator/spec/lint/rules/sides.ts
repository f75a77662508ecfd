import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import type { Shape } from "../../dialect.js";
import { envelopePath, errorCodesPath, readObjectLists } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { listTypes } from "./keywords.js";
import type { VisitedSpec } from "../visit.js";
import { joinPointer } from "../../pointer.js";

/**
 * What we receive and what we answer are joined and met by different rules, so they share no object, and no closed enum
 * that has a name: under one name they would be two types.
 */
export function sidesAreApart({ visits, usedAsType }: VisitedSpec): Problem[] {
  const received = visits.filter(({ file }) => usedAsType.requests.has(file));
  // Both may include the file in which something was written.
  const places = new Set(received.map(({ place }) => toKey(place)));
  return visits.flatMap(({ shape, place, file }) => {
    const kind = findKind(shape);
    if (kind === undefined || !usedAsType.responses.has(file) || !places.has(toKey(place))) return [];
    return [report("shared-by-both-sides", { title: shape.title ?? `This ${kind}`, kind }, place)];
  });
}

const toKey = ({ file, pointer }: Place): string => `${file}#${pointer}`;

/** What a shape is if the sides may not share it. An open enum may be shared: it is the same type on both. */
function findKind(shape: Shape): "object" | "enum" | undefined {
  if (listTypes(shape).includes("object")) return "object";
  const isNamed = shape.enum !== undefined && shape.title !== undefined;
  return isNamed && shape["x-open"] !== true ? "enum" : undefined;
}

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

/** The error request is an object, and the error codes are an enum. */
export const errorFilesFit = (spec: LinkedSpec): Problem[] => [...errorRequest(spec), ...errorCodes(spec)];

function errorRequest({ envelope, shapes }: LinkedSpec): Problem[] {
  const shape = envelope && shapes.get(envelope.errorRequest);
  if (!shape || listTypes(shape).includes("object")) return [];
  const place = { file: envelopePath, pointer: "/errorRequest" };
  return [report("invalid-value", { expected: "must name a file that describes an object" }, place)];
}

function errorCodes({ shapes }: LinkedSpec): Problem[] {
  const shape = shapes.get(errorCodesPath);
  if (!shape || shape.enum) return [];
  return [report("missing-keyword", { keyword: "enum" }, { file: errorCodesPath, pointer: "" })];
}
