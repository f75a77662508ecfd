import { report } from "../../../base/problem/catalogue.js";
import { uniqueProblems, type Problem } from "../../../base/problem/problem.js";
import { quote } from "../../../base/text/quote.js";
import { baseline, firstOfNumber, formatRelease, type Release } from "../../../base/time/release.js";
import { findAddition, isAddition } from "../../read/additions.js";
import type { CheckedSpec } from "../../read/checked-spec.js";
import { type Annotations, toList, toRelease } from "../../read/dialect.js";
import { eventPath, listObjectEntries, productsPath } from "../../read/files.js";
import { listDatedParts, type VisitedSpec, visitShapes } from "../../read/link-spec.js";
import { placeIn, placeInside, toLocationKey } from "../../read/pointer.js";
import { findUnknown } from "../check-names.js";
import { listContractNames } from "./references.js";

type LintedSpec = CheckedSpec & Pick<VisitedSpec, "visits">;

/** Requires a contract without errors. Only `lint` requires completeness. */
export function checkCompleteness(spec: CheckedSpec): Problem[] {
  const visited = { ...spec, visits: visitShapes(spec) };
  return [
    ...productsNameAll(spec),
    ...flowsHaveAll(spec),
    ...beyondLiesAhead(spec),
    // An included file is visited once per including file.
    ...uniqueProblems([...replacementsExist(visited), ...newPartsAreShown(visited)]),
  ];
}

/** True for additions of the user, and for what only recordings show: nobody knows more about it. */
const isOnlyObserved = (part: Annotations): boolean =>
  isAddition(part) || part["x-provenance"]?.kind === "observed";

/** Each product lists every event and answer of ours, because there is no default for a new event or answer. */
function productsNameAll(spec: CheckedSpec): Problem[] {
  const answers = listObjectEntries(spec).flatMap(({ role, name, part }) =>
    role === "answers" && !isOnlyObserved(part) ? name : [],
  );
  const sent = [...spec.events].flatMap(([name, file]) => (isOnlyObserved(file) ? [] : name));
  return spec.products.flatMap(({ name: product, sends, takes }, index) => {
    const events = sends.flatMap((group) => group.events);
    const taken = takes.flatMap((group) => group.answers);
    const lists = [
      { side: "sends", what: "event", known: sent, named: events },
      { side: "takes", what: "answer", known: [...new Set(answers)], named: taken },
    ] as const;
    return lists.flatMap(({ side, what, known, named }) => {
      const place = placeIn(productsPath, "products", index, side);
      return findUnknown(known, named).map(({ name }) =>
        report("product-silent", { product, side, what, name }, place),
      );
    });
  });
}

/** Every event is a step of a flow, or states why not. A spec need not have flows. */
function flowsHaveAll({ events, flows }: CheckedSpec): Problem[] {
  const steps = new Set([...flows.values()].flatMap((flow) => flow.steps.map(({ event }) => event)));
  return [...events].flatMap(([event, file]) => {
    const [isStep, { freeStanding }] = [steps.has(event), file];
    if (isOnlyObserved(file)) return [];
    if (flows.size === 0 || isStep === (freeStanding === undefined)) return [];
    const detail = "an event in a flow cannot have `freeStanding`";
    return isStep
      ? report("contradicting-keywords", { detail }, placeIn(eventPath(event), "freeStanding"))
      : report("flow-missing", { event }, placeIn(eventPath(event)));
  });
}

/** Undocumented releases come after every release in the spec. */
function beyondLiesAhead({ beyond, releases }: CheckedSpec): Problem[] {
  const latest = findLatest(releases);
  if (!beyond || latest === undefined || beyond.from > latest) return [];
  const named = { from: formatRelease(beyond.from), latest: formatRelease(latest) };
  const place = placeIn("sources.json", "seenBeyond", "from");
  return [report("beyond-overtaken", { ...named, isOver: beyond.to <= latest }, place)];
}

/** Without those that were only observed. */
const findLatest = (releases: CheckedSpec["releases"]): Release | undefined =>
  releases.findLast(({ isObserved }) => !isObserved)?.release;

/** `x-replaced-by` names a property of the same object, or anything that has a name in the whole contract. */
function replacementsExist(spec: LintedSpec): Problem[] {
  const everywhere = listContractNames(spec);
  // Included files are checked where they are included, beside the other properties of that object.
  const included = new Set(spec.visits.flatMap(({ file, place }) => (file === place.file ? [] : place.file)));
  const visits = spec.visits.filter(({ file }) => !included.has(file));
  return listDatedParts({ ...spec, visits }).flatMap(({ part, place, holder }) =>
    findUnknown(toList(part["x-replaced-by"]), [...Object.keys(holder?.properties ?? {}), ...everywhere]).map(
      (params) => report("replacement-unknown", params, placeInside(place, "x-replaced-by")),
    ),
  );
}

/**
 * Some example shows each property, object and value that the newest major release added and that is still in use: it
 * has the name, in that release or a later one. Minor releases count: 59.3.4 belongs to 59.
 */
function newPartsAreShown(spec: LintedSpec): Problem[] {
  const newest = firstOfNumber(findLatest(spec.releases) ?? baseline);
  const examples = spec.examples.map(({ release, request, response, errorRequest }) => ({
    release,
    text: JSON.stringify([request, response, errorRequest]),
  }));
  const isShown = (added: Release, text: string): boolean =>
    examples.length === 0 || examples.some((each) => each.release >= added && each.text.includes(text));
  const named = listDatedParts(spec).flatMap(({ part, place }) => {
    const [name, since] = [partName.exec(toLocationKey(place))?.[1], part["x-added-in"]];
    const text = `${JSON.stringify(name)}:`;
    return name === undefined || since === undefined ? [] : [{ part, place, what: "part", since, text }];
  });
  const values = spec.visits.flatMap(({ part, place }) =>
    Object.entries(part["x-enum-added-in"] ?? {}).map(([value, since]) => {
      const at = placeInside(place, "x-enum-added-in", value);
      return { part, place: at, what: `value ${quote(value)}`, since, text: JSON.stringify(value) };
    }),
  );
  return [...named, ...values].flatMap(({ part, place, what, since, text }) => {
    const added = toRelease(since);
    const isObserved = spec.releases.some((each) => each.isObserved && each.release === added);
    const isNew = added >= newest && isUsed(part) && !isObserved && !place.pointer.includes("/x-was/");
    return isNew && !isShown(added, text) && !findAddition(place, spec.additions)
      ? [report("not-shown", { what, release: formatRelease(added) }, place)]
      : [];
  });
}

/** The name that a body has for a property or an object of events, in the place of this part. */
const partName = /(?:\/(?:properties|carries|answers)\/|^(?:requests|responses)\/)([^/]+?)(?:\.json#)?$/;

/** True if a part is in use: not removed, deprecated, replaced, planned or only seen. */
const isUsed = (part: Annotations): boolean =>
  (["x-removed-in", "x-deprecated-in", "x-replaced-by", "x-planned", "x-seen"] as const).every(
    (keyword) => part[keyword] === undefined,
  );
