import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import type { CheckedSpec } from "../../checked-spec.js";
import type { Carried, EventFile, ProductEntry } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { envelopePath, eventPath, productsPath, readObjectLists } from "../../files.js";
import { joinPointer, splitPointer } from "../../pointer.js";
import { listSwitches } from "../../annotations.js";
import { reportUnknown } from "../report-unknown.js";
import { ownEntry } from "../../values.js";

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
      ...reportTwice(named, index, "takes"),
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

/** Products have names of their own, and speak once of events and answers that there are. */
export function productsLead(spec: LinkedSpec): Problem[] {
  return spec.products.flatMap((product, index) => [
    ...(spec.products.findIndex(({ id }) => id === product.id) < index
      ? [report("duplicate-name", { name: product.id, other: "another product" }, inProduct(index, "id"))]
      : []),
    ...listSides(product, spec).flatMap(({ side, what, list, groups, known }) => {
      const named = groups.flatMap((names, group) =>
        names.map((name, at) => ({ name, place: inProduct(index, side, group, list, at) })),
      );
      return named.flatMap(({ name, place }, at) => [
        ...reportUnknown(what, name, known, place),
        ...reportTwice(named, at, side),
      ]);
    }),
    ...product.sends.flatMap(({ events, unfilled = [] }, group) => {
      const carried = events.flatMap((name) => Object.keys(spec.events.get(name)?.carries ?? {}));
      return unfilled.flatMap((part, at) =>
        reportUnknown(
          "part of these events",
          part,
          carried,
          inProduct(index, "sends", group, "unfilled", at),
        ),
      );
    }),
  ]);
}

/** Nothing is said of a new event, or of a new answer, by default: each product names it. */
export const productsNameAll = (spec: CheckedSpec): Problem[] =>
  spec.products.flatMap((product, index) =>
    listSides(product, spec).flatMap(({ side, what, groups, known }) => {
      const named = new Set(groups.flat());
      const params = { product: product.name, side, what };
      return known
        .filter((name) => !named.has(name))
        .map((name) => report("product-silent", { ...params, name }, inProduct(index, side)));
    }),
  );

/** What a product says of events and of answers, and which of both there are. */
const listSides = ({ sends, takes }: ProductEntry, spec: Pick<LinkedSpec, "envelope" | "events">) => [
  {
    ...({ side: "sends", what: "event", list: "events" } as const),
    groups: sends.map(({ events }) => events),
    known: [...spec.events.keys()],
  },
  {
    ...({ side: "takes", what: "answer", list: "answers" } as const),
    groups: takes.map(({ answers }) => answers),
    known: [...new Set(readObjectLists(spec).flatMap(({ answers }) => Object.keys(answers)))],
  },
];

const inProduct = (...tokens: readonly (string | number)[]): Place => ({
  file: productsPath,
  pointer: joinPointer("", "products", ...tokens),
});

interface Named {
  readonly name: string;
  readonly place: Place;
}

/** Reports one of several names that is there before, in a list of groups. */
function reportTwice(named: readonly Named[], index: number, list: string): Problem[] {
  const entry = named[index];
  return entry && named.findIndex(({ name }) => name === entry.name) < index
    ? [report("duplicate-name", { name: entry.name, other: `another entry of \`${list}\`` }, entry.place)]
    : [];
}
