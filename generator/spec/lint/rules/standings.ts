import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import type { Carried, EventFile } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { envelopePath, eventPath, productsPath, readObjectLists } from "../../object-lists.js";
import { joinPointer, splitPointer } from "../../pointer.js";
import { listSwitches } from "../../switches.js";
import { reportUnknown } from "../report-unknown.js";
import { ownEntry } from "../../own-entry.js";

/** `takes` speaks once of answers that the event, or every event, lists, and contradicts none that is there on purpose. */
export function takesLead({ envelope, events }: LinkedSpec): Problem[] {
  const shared = envelope?.answers ?? {};
  const [ends] = splitPointer(envelope?.polling?.ends ?? "");
  const needsEnd = ({ polling }: EventFile): boolean => polling !== "optional";
  const unsaid = [...events.values()].filter(
    ({ takes = [] }) => !takes.some(({ answers }) => answers.includes(ends ?? "")),
  );
  const lists = [
    { file: envelopePath, takes: envelope?.takes ?? [], own: {}, polls: unsaid.some(needsEnd) },
    ...[...events].map(([name, event]) => ({
      file: eventPath(name),
      takes: event.takes ?? [],
      own: event.answers ?? {},
      polls: needsEnd(event),
    })),
  ];
  return lists.flatMap(({ file, takes, own, polls }) => {
    const named = takes.flatMap(({ answers, standing }, group) =>
      answers.map((name, index) => ({
        name,
        standing,
        place: { file, pointer: joinPointer("", "takes", group, "answers", index) },
      })),
    );
    return named.flatMap(({ name, standing, place }, index) => [
      ...reportUnknown("answer to this", name, Object.keys({ ...own, ...shared }), place),
      ...(named.findIndex((other) => other.name === name) < index
        ? [report("duplicate-name", { name, other: "another entry of `takes`" }, place)]
        : []),
      ...(standing === "contradicted"
        ? findContradictions({
            own: ownEntry(own, name),
            shared: ownEntry(shared, name),
            endsPolling: polls && name === ends,
          }).map((detail) => report("contradicting-keywords", { detail }, place))
        : []),
    ]);
  });
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

/** Products have names of their own, send events and take answers that there are. */
export function productsLead(spec: LinkedSpec): Problem[] {
  const answers = readObjectLists(spec).flatMap((lists) => Object.keys(lists.answers));
  const at = (...tokens: readonly (string | number)[]): Place => ({
    file: productsPath,
    pointer: joinPointer("", "products", ...tokens),
  });
  return spec.products.flatMap(({ id, sends, takes }, index) => [
    ...(spec.products.findIndex((other) => other.id === id) < index
      ? [report("duplicate-name", { name: id, other: "another product" }, at(index, "id"))]
      : []),
    ...Object.keys(sends.events ?? {}).flatMap((name) =>
      reportUnknown("event", name, [...spec.events.keys()], at(index, "sends", "events", name)),
    ),
    ...Object.entries(sends.events ?? {}).flatMap(([name, { leavesOut = [] }]) => {
      const carried = Object.keys(spec.events.get(name)?.carries ?? {});
      return leavesOut.flatMap((part, place) =>
        reportUnknown(
          "part of this event",
          part,
          carried,
          at(index, "sends", "events", name, "leavesOut", place),
        ),
      );
    }),
    ...Object.keys(takes.answers ?? {}).flatMap((name) =>
      reportUnknown("answer", name, answers, at(index, "takes", "answers", name)),
    ),
  ]);
}
