import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { listSwitches, type Carried, type EventFile } from "../../dialect.js";
import type { CheckedSpec } from "../../checked-spec.js";
import { envelopePath, eventPath, productsPath, readObjectLists } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { joinPointer, splitPointer } from "../../pointer.js";
import { ownEntry } from "../../values.js";

/** `takes` contradicts no answer that is there on purpose. */
export function takesContradictNothing({ envelope, events }: LinkedSpec): Problem[] {
  const [ends = ""] = splitPointer(envelope?.polling?.ends ?? "");
  const needsEnd = ({ polling }: EventFile): boolean => polling !== "optional";
  const isSilent = ({ takes = [] }: EventFile): boolean =>
    !takes.some(({ answers }) => answers.includes(ends));
  const polls = [...events.values()].some((event) => isSilent(event) && needsEnd(event));
  const lists = [
    { file: envelopePath, takes: envelope?.takes, own: {}, polls },
    ...[...events].map(([name, event]) => ({
      ...{ file: eventPath(name), takes: event.takes, own: event.answers, polls: needsEnd(event) },
    })),
  ];
  return lists.flatMap(({ file, takes = [], own, polls }) =>
    takes.flatMap(({ answers, standing }, group) =>
      (standing === "contradicted" ? answers : []).flatMap((name, index) =>
        findContradictions({
          own: ownEntry(own, name),
          shared: ownEntry(envelope?.answers, name),
          endsPolling: polls && name === ends,
        }).map((detail) =>
          report(
            "contradicting-keywords",
            { detail },
            { file, pointer: joinPointer("", "takes", group, "answers", index) },
          ),
        ),
      ),
    ),
  );
}

interface Listed {
  readonly own: Carried | undefined;
  readonly shared: Carried | undefined;
  /** Whether a receiver gives it by itself to a request that polls. */
  readonly endsPolling: boolean;
}

const findContradictions = ({ own, shared, endsPolling }: Listed): string[] => [
  ...(own ? ["an answer that the event lists is not contradicted"] : []),
  ...(shared && isEverRequired(shared) ? ["an answer that is required cannot be refused"] : []),
  ...(endsPolling
    ? ['the answer that ends polling can be refused only where the event says `"polling": "optional"`']
    : []),
];

const isEverRequired = (part: Carried): boolean => part.required === true || listSwitches(part).length > 0;

/** Nothing is said of a new event, or of a new answer, by default: each product names it. */
export function productsNameAll(spec: CheckedSpec): Problem[] {
  const answers = new Set(readObjectLists(spec).flatMap((lists) => Object.keys(lists.answers)));
  return spec.products.flatMap(({ name: product, sends, takes }, index) => {
    const events = sends.flatMap((group) => group.events);
    const taken = takes.flatMap((group) => group.answers);
    const lists = [
      { side: "sends", what: "event", known: [...spec.events.keys()], named: events },
      { side: "takes", what: "answer", known: [...answers], named: taken },
    ] as const;
    return lists.flatMap(({ side, what, known, named }) => {
      const place = { file: productsPath, pointer: joinPointer("", "products", index, side) };
      return known
        .filter((name) => !named.includes(name))
        .map((name) => report("product-silent", { product, side, what, name }, place));
    });
  });
}
