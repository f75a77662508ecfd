import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import { formatRelease } from "../../../time/release.js";
import { always, firstIn, intersect, spanBetween, uniteAll, type Spans } from "../../../time/spans.js";
import type { Annotations } from "../../dialect.js";
import { objectPath, readObjectLists } from "../../files.js";
import { joinPointer } from "../../pointer.js";
import { readDates, type VisitedSpec } from "../visit.js";
import { listTypes } from "./keywords.js";

/** Something leads to every object throughout one span of releases: a second life would join the shape of the first. */
export function objectsLiveOnce(spec: VisitedSpec): Problem[] {
  const leads = listLeads(spec);
  const lives = new Map<string, Spans>();
  /** When something leads to a file. References in a circle, or through too many files, are reported elsewhere. */
  const findLife = (path: string, depth = 0): Spans => {
    const known = depth > deepest ? always : lives.get(path);
    if (known) return known;
    lives.set(path, always);
    const spans = (leads.get(path) ?? []).map((lead) =>
      lead.holder === undefined ? lead.spans : intersect(lead.spans, findLife(lead.holder, depth + 1)),
    );
    const life = uniteAll(spans);
    lives.set(path, life);
    return life;
  };
  return [...spec.shapes].flatMap(([path, shape]) => {
    const [first, second] = listTypes(shape).includes("object") ? findLife(path) : [];
    const lead = second && leads.get(path)?.find(({ spans }) => firstIn(spans) === second.from);
    if (first?.until === undefined || second?.from === undefined) return [];
    const params = {
      title: shape.title ?? path,
      gone: formatRelease(first.until),
      again: formatRelease(second.from),
    };
    return [report("second-life", params, lead?.place ?? { file: path, pointer: "" })];
  });
}

const deepest = 100;

/** What leads to a file: an event, the envelope, or a reference of another file. */
interface Lead {
  readonly place: Place;
  readonly spans: Spans;
  /** The file that refers to it. */
  readonly holder?: string;
}

function listLeads(spec: VisitedSpec): ReadonlyMap<string, readonly Lead[]> {
  const leads = new Map<string, Lead[]>();
  const add = (path: string, lead: Lead): void => {
    const known = leads.get(path);
    if (known) known.push(lead);
    else leads.set(path, [lead]);
  };
  if (spec.envelope)
    add(spec.envelope.errorRequest, { place: { file: "envelope.json", pointer: "" }, spans: always });
  for (const { file, event, ...lists } of readObjectLists(spec)) {
    const whole = toSpans(spec.events.get(event ?? ""));
    for (const role of ["carries", "answers"] as const)
      for (const [name, entry] of Object.entries(lists[role]))
        add(objectPath(role, name), {
          place: { file, pointer: joinPointer("", role, name) },
          spans: intersect(whole, toSpans(entry)),
        });
  }
  for (const { shape, place, file: holder, span } of spec.visits) {
    const until = Number.isFinite(span.until) ? span.until : undefined;
    if (shape.$ref !== undefined) add(shape.$ref, { place, holder, spans: spanBetween(span.from, until) });
  }
  return leads;
}

function toSpans(part: Annotations = {}): Spans {
  const { added, removed } = readDates(part);
  return part["x-planned"] === true ? [] : spanBetween(added, removed);
}
