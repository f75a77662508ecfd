import { nameSubject, type SourcePlace, type Subject } from "../claim.js";
import type { Remark } from "../reading.js";
import { exchangeFaults } from "./bodies/read-bodies.js";
import type { Spot } from "./records/record.js";
import { listPlaces, type Node } from "./tally/node.js";
import type { Tally } from "./tally/tally.js";

type ToPlace = (spot: Spot) => SourcePlace;

/** What of a recording could not be read, or may not be printed: each once, with its count, and never a word of it. */
export const listRemarks = (tally: Tally, toPlace: ToPlace): readonly Remark[] => [
  ...listFaults(tally, toPlace),
  ...listHidden(tally, toPlace),
];

const listFaults = ({ faults }: Tally, toPlace: ToPlace): readonly Remark[] =>
  [...faults].map(([fault, { bodies, first }]) => {
    const words = exchangeFaults[fault];
    return {
      sentence: { text: `a record that ${words}`, place: toPlace(first) },
      unread: bodies === 1 ? `it ${words}` : `${bodies} records, each of which ${words}`,
    };
  });

/** Names that may be data: of each path once, in whichever event. */
function listHidden({ roots }: Tally, toPlace: ToPlace): readonly Remark[] {
  const found = new Map<string, { readonly subject: Subject; bodies: number; readonly first: Spot }>();
  for (const { side, node } of roots.values()) {
    for (const place of [node, ...listPlaces(node)]) {
      const counted = findHidden(place);
      if (!counted) continue;
      const subject = { side, path: place.path };
      const key = nameSubject(subject);
      const known = found.get(key) ?? { subject, bodies: 0, first: counted.first };
      found.set(key, { ...known, bodies: known.bodies + counted.bodies });
    }
  }
  return [...found].map(([name, { subject, bodies, first }]) => ({
    sentence: { text: `${name} names`, place: toPlace(first) },
    ...(subject.path !== "" && { of: subject }),
    unread: `${bodies === 1 ? "a body has" : `${bodies} bodies have`} names here that may be data, and so are not printed: they are no plain words, or too many`,
  }));
}

const findHidden = ({ isMap, strange, hidden }: Node) => (isMap ? strange : hidden);
