import { report } from "../../../../problem/catalogue.js";
import type { Place, Problem } from "../../../../problem/problem.js";
import { dropArrays } from "../../../body-path.js";
import type { ReviewedFile, ReviewedSpec } from "../../../drift-files.js";
import { readObjectLists } from "../../../object-lists.js";
import { joinPointer } from "../../../pointer.js";
import { formatRelease } from "../../../../time/release.js";
import { reportAstray } from "../../report-unknown.js";
import { visitShapes } from "../../visit-shapes.js";
import { listPaths } from "./list-paths.js";

/**
 * A review is of what the spec has, and of an erratum that it has; and nothing is reviewed twice. What the spec leaves out on purpose
 * is there by the review of its existence in a source, and more may be said of it.
 */
export function reviewsLead(spec: ReviewedSpec): Problem[] {
  const { claims, sentences } = spec.reviewed;
  const names = listNames(spec);
  const errata = listErrata(spec);
  return [
    ...claims.flatMap(({ claim, erratum }, index) => [
      ...checkSubject(claim.slice(0, claim.lastIndexOf(" ")), names, toPlace("claims", index, "claim")),
      ...(erratum === undefined
        ? []
        : reportAstray("erratum", erratum, errata, toPlace("claims", index, "erratum"))),
    ]),
    ...sentences.flatMap(({ of: subject }, index) =>
      subject === undefined ? [] : checkSubject(subject, names, toPlace("sentences", index, "of")),
    ),
    ...findTwice(
      "claims",
      claims.map(({ source, claim, hash }) => JSON.stringify([source, claim, hash])),
    ),
    ...findTwice(
      "sentences",
      sentences.map(({ source, place = "", hash, of }) => JSON.stringify([source, place, hash, of])),
    ),
  ];
}

const file = "drift/reviewed.json";

const toPlace = (...tokens: readonly (string | number)[]): Place => ({
  file,
  pointer: joinPointer("", ...tokens),
});

/** What a review may be of, each kind by the word that it begins with. */
type Names = ReadonlyMap<string, { readonly what: string; readonly known: ReadonlySet<string> }>;

function listNames(spec: ReviewedSpec): Names {
  const leftOut = spec.reviewed.claims.flatMap(({ claim, hash }) =>
    hash !== undefined && claim.endsWith(" existence")
      ? [dropArrays(claim.slice(0, -" existence".length))]
      : [],
  );
  const list = (kind: string, what: string, known: Iterable<string>) => {
    const more = leftOut.flatMap((subject) =>
      subject.startsWith(`${kind} `) ? [subject.slice(kind.length + 1)] : [],
    );
    return [kind, { what, known: new Set([...known, ...more]) }] as const;
  };
  const paths = listPaths(spec);
  return new Map([
    list("request", "part of a request", paths.request),
    list("response", "part of an answer", paths.response),
    list("event", "event", spec.events.keys()),
    list(
      "release",
      "release",
      spec.releases.map(({ release }) => formatRelease(release)),
    ),
  ]);
}

function checkSubject(subject: string, names: Names, place: Place): Problem[] {
  const [kind = "", name = ""] = dropArrays(subject).split(" ");
  const entry = names.get(kind);
  return entry ? reportAstray(entry.what, name, entry.known, place) : [];
}

function listErrata(spec: ReviewedSpec): ReadonlySet<string> {
  const lists = readObjectLists(spec).flatMap(({ carries, answers }) => [
    ...Object.values(carries),
    ...Object.values(answers),
  ]);
  const shapes = [...visitShapes(spec)].map(({ shape }) => shape);
  const annotated = [...shapes, ...spec.events.values(), ...lists];
  const errata = annotated.flatMap((part) => part["x-erratum"] ?? []);
  return new Set(errata.map(({ id }) => id));
}

function findTwice(list: keyof ReviewedFile, keys: readonly string[]): Problem[] {
  const firsts = new Map<string, number>();
  return keys.flatMap((key, index) => {
    const first = firsts.get(key);
    if (first !== undefined)
      return [report("reviewed-twice", { other: `${list}/${first}` }, toPlace(list, index))];
    firsts.set(key, index);
    return [];
  });
}
