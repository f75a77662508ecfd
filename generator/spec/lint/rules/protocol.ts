import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { CheckedSpec } from "../../checked-spec.js";
import { type Carried, type EventFile, hasType, listSwitches } from "../../dialect.js";
import { envelopePath, errorCodesPath, eventPath, listEntries, productsPath } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { placeIn, splitPointer } from "../../pointer.js";
import { listTrue, ownEntry } from "../../values.js";
import { findUnknown } from "../check-names.js";

/** Answers, and the reports of their errors, are what the envelope says of them. */
export const checkProtocol = (spec: LinkedSpec): Problem[] => [
  ...answersAreNoRequests(spec),
  ...errorFilesFit(spec),
  ...takesContradictNothing(spec),
];

/**
 * No answer can be taken for a request: none has a name of `onlyInRequests`. It is enough to look at the listed names: the
 * dialect allows no others at the top of a response.
 */
const answersAreNoRequests = (spec: LinkedSpec): Problem[] =>
  listEntries(spec)
    .filter(({ role, name }) => role === "answers" && spec.envelope?.onlyInRequests?.includes(name))
    .map(({ name, place }) => report("answer-like-request", { name }, place));

/** The error request is an object, and the error codes are an enum. */
function errorFilesFit({ envelope, shapes }: LinkedSpec): Problem[] {
  const request = shapes.get(envelope?.errorRequest ?? "");
  const codes = shapes.get(errorCodesPath);
  const expected = "must name a file that describes an object";
  return [
    ...(request && !hasType(request, "object")
      ? [report("invalid-value", { expected }, placeIn(envelopePath, "errorRequest"))]
      : []),
    ...(codes && !codes.enum
      ? [report("missing-keyword", { keyword: "enum" }, placeIn(errorCodesPath))]
      : []),
  ];
}

/** `takes` contradicts no answer that is there on purpose. */
function takesContradictNothing({ envelope, events }: LinkedSpec): Problem[] {
  const [ends = ""] = splitPointer(envelope?.polling?.ends ?? "");
  /** Whether a receiver ends polling by itself, where the event says nothing else. */
  const endsPolling = ({ polling }: EventFile): boolean => polling !== "optional";
  const isSilent = ({ takes = [] }: EventFile): boolean =>
    !takes.some(({ answers }) => answers.includes(ends));
  const polls = [...events.values()].some((event) => isSilent(event) && endsPolling(event));
  const lists = [
    { file: envelopePath, takes: envelope?.takes, own: {}, polls },
    ...[...events].map(([name, event]) => ({
      ...{ file: eventPath(name), takes: event.takes, own: event.answers ?? {}, polls: endsPolling(event) },
    })),
  ];
  return lists.flatMap(({ file, takes = [], own, polls: isPolled }) =>
    takes.flatMap(({ answers, standing }, group) =>
      (standing === "contradicted" ? answers : []).flatMap((name, index) =>
        listTrue({
          "an answer that the event lists is not contradicted": Object.hasOwn(own, name),
          "an answer that is required cannot be refused": isEverRequired(ownEntry(envelope?.answers, name)),
          'the answer that ends polling can be refused only where the event says `"polling": "optional"`':
            isPolled && name === ends,
        }).map((detail) =>
          report("contradicting-keywords", { detail }, placeIn(file, "takes", group, "answers", index)),
        ),
      ),
    ),
  );
}

const isEverRequired = (part: Carried = {}): boolean =>
  part.required === true || listSwitches(part).length > 0;

/** Nothing is said of a new event, or of a new answer, by default: each product names it. */
export function productsNameAll(spec: CheckedSpec): Problem[] {
  const answers = listEntries(spec).flatMap(({ role, name }) => (role === "answers" ? name : []));
  return spec.products.flatMap(({ name: product, sends, takes }, index) => {
    const events = sends.flatMap((group) => group.events);
    const taken = takes.flatMap((group) => group.answers);
    const lists = [
      { side: "sends", what: "event", known: [...spec.events.keys()], named: events },
      { side: "takes", what: "answer", known: [...new Set(answers)], named: taken },
    ] as const;
    return lists.flatMap(({ side, what, known, named }) =>
      findUnknown(known, named).map(({ name }) =>
        report(
          "product-silent",
          { product, side, what, name },
          placeIn(productsPath, "products", index, side),
        ),
      ),
    );
  });
}
