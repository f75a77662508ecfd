import { createMemo, type Memo } from "../../memo.js";
import { report } from "../../problem/catalogue.js";
import { failure, isError, type Outcome, type Place, type Problem, success } from "../../problem/problem.js";
import type { CheckedSpec } from "../checked-spec.js";
import type { NamesFile, ReviewedFile, Shape, SoapNamesFile } from "../dialect.js";
import { type FileKind, findFileKind, readObjectLists } from "../files.js";
import type { Dialect } from "./check-dialect.js";
import { parseFiles } from "./lint-spec.js";
import { reportAstray } from "./report-unknown.js";
import { visitShapes } from "./visit.js";
import { joinPointer } from "../pointer.js";
import { locateProblems } from "../read/json-text.js";
import type { ParsedFile } from "../read/parse-source.js";
import type { SourceFile } from "../read/read-spec.js";
import { dropArrays } from "../values.js";
import { formatRelease } from "../../time/release.js";

const rules = [reviewsLead, soapNamesLead, namesLead];

/**
 * Adds the texts of `drift/` to a contract in which lint found no error, or reports everything that is wrong with them at once: a review of
 * what the contract no longer has, for example.
 */
export function lintReviews(
  spec: CheckedSpec,
  sources: readonly SourceFile[],
  dialect: Dialect,
  memo: Memo = createMemo(),
): Outcome<ReviewedSpec> {
  const { files, broken, problems: wrong } = parseFiles(sources, dialect, memo);
  const reviewed = { ...spec, ...sortReviews(files.filter(({ path }) => !broken.has(path))) };
  const problems = locateProblems([...wrong, ...rules.flatMap((rule) => rule(reviewed))], sources);
  return problems.some(isError) ? failure(problems) : success(reviewed, problems);
}

/** A spec with what people have reviewed of its sources: what `lint` and `drift` read. The contract is complete without it. */
export interface ReviewedSpec extends CheckedSpec, ReviewFiles {}

/** The files of `drift/`. Each of them may be missing. */
export interface ReviewFiles {
  readonly reviewed: ReviewedFile;
  readonly soapNames: SoapNamesFile;
  readonly names: NamesFile;
}

/** Sorts the parsed files of `drift/`. */
export function sortReviews(files: readonly ParsedFile[]): ReviewFiles {
  const find = (kind: FileKind) => files.find(({ path }) => findFileKind(path) === kind)?.value;
  return {
    reviewed: (find("reviewed") as ReviewedFile | undefined) ?? { claims: [], sentences: [] },
    soapNames: (find("soap-names") as SoapNamesFile | undefined) ?? noSoapNames,
    names: (find("names") as NamesFile | undefined) ?? { names: [] },
  };
}

/** Of a spec that says nothing of a WSDL. */
export const noSoapNames: SoapNamesFile = {
  source: "",
  seenAs: "",
  roots: [],
  elements: {},
  leftOut: {},
  concerns: [],
};

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

/** What prose calls something leads to parts of bodies that there are. */
export function namesLead(spec: ReviewedSpec): Problem[] {
  const paths = listPaths(spec);
  return spec.names.names.flatMap(({ parts }, index) =>
    parts.flatMap((part, at) => {
      const [word, path = ""] = part.split(" ");
      const side = word === "request" ? "request" : "response";
      return reportAstray(`part of a ${side}`, dropArrays(path), paths[side], {
        file: "drift/names.json",
        pointer: joinPointer("", "names", index, "parts", at),
      });
    }),
  );
}

/** A type of the WSDL is a body, or a part of one that there is. */
export function soapNamesLead(spec: ReviewedSpec): Problem[] {
  const paths = listPaths(spec);
  return spec.soapNames.roots.flatMap(({ side, path }, index) =>
    path === ""
      ? []
      : reportAstray(`part of a ${side}`, dropArrays(path), side === "event" ? new Set() : paths[side], {
          file: "drift/soap-names.json",
          pointer: joinPointer("", "roots", index, "path"),
        }),
  );
}

/** Every path of requests and of answers, without the marks of arrays: `form.fields.separator`. */
export const listPaths = (
  spec: CheckedSpec,
): Readonly<Record<"request" | "response", ReadonlySet<string>>> => ({
  request: listSide("request", spec),
  response: listSide("response", spec),
});

function listSide(side: "request" | "response", spec: CheckedSpec): ReadonlySet<string> {
  const folder = `${side}s/`;
  const paths = new Set<string>();
  for (const [path, shape] of spec.shapes)
    if (path.startsWith(folder)) addBelow(path.slice(folder.length, -".json".length), shape, { spec, paths });
  const report = side === "request" && spec.shapes.get(spec.envelope.errorRequest);
  if (report) addProperties("", report, { spec, paths });
  return paths;
}

interface Listing {
  readonly spec: CheckedSpec;
  readonly paths: Set<string>;
}

function addBelow(path: string, shape: Shape, listing: Listing): void {
  listing.paths.add(path);
  addProperties(`${path}.`, shape, listing);
}

/** The paths of all properties of an object, of the objects of an array, and of each of several alternatives. */
function addProperties(start: string, shape: Shape, listing: Listing): void {
  const { $ref, anyOf = [], items, properties = {} } = shape;
  const target = $ref === undefined ? undefined : listing.spec.shapes.get($ref);
  for (const part of [target, items, ...anyOf]) if (part) addProperties(start, part, listing);
  for (const [name, part] of Object.entries(properties)) addBelow(start + name, part, listing);
}
