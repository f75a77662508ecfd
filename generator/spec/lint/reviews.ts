import { createMemo, type Memo } from "../../memo.js";
import { report } from "../../problem/catalogue.js";
import { failure, isError, type Outcome, type Problem, success } from "../../problem/problem.js";
import type { CheckedSpec } from "../checked-spec.js";
import type { NamesFile, ReviewedFile, Shape, SoapNamesFile, SoapRoot } from "../dialect.js";
import { toList } from "../dialect.js";
import { type FileKind, type SoundFile, toSoundFiles } from "../files.js";
import type { Dialect } from "./check-dialect.js";
import { parseFiles } from "./lint-spec.js";
import { checkNames, type Naming, type Spot, type Target } from "./check-names.js";
import { listDated, visitShapes } from "./visit.js";
import { locateProblems } from "../read/json-text.js";
import type { SourceFile } from "../read/read-spec.js";
import { dropArrays, readPath } from "../values.js";
import { formatRelease } from "../../time/release.js";

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
  const sound = toSoundFiles(files, broken);
  const reviewed = { ...spec, ...sortReviews(sound) };
  const astray = checkNames({
    ...{ rows: namings, files: sound, find: listTargets(reviewed), code: "review-astray" as const },
  });
  const problems = locateProblems([...wrong, ...astray, ...findTwice(reviewed)], sources);
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
export function sortReviews(files: readonly SoundFile[]): ReviewFiles {
  const find = (kind: FileKind) => files.find((file) => file.kind === kind)?.value;
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

const namings: readonly Naming[] = [
  { file: "reviewed", at: ["/claims/*/claim", "/sentences/*/of"], refersTo: "subject" },
  { file: "reviewed", at: "/claims/*/erratum", refersTo: "erratum" },
  { file: "soap-names", at: "/roots/*/path", refersTo: "root" },
  { file: "names", at: "/names/*/parts/*", refersTo: "part" },
];

/** What the files of `drift/` are about is in the contract, and so are the errata that they name. */
function listTargets(spec: ReviewedSpec): (spot: Spot) => Target | undefined {
  const paths = listPaths(spec);
  const kinds = listKinds(paths, spec);
  const errata = listErrata(spec);
  const part = (side: string, path: string): Target => ({
    ...{ what: `part of a ${side}`, name: dropArrays(path) },
    known: side === "request" || side === "response" ? paths[side] : new Set(),
  });
  const ways: Readonly<Record<string, (spot: Spot) => Target | undefined>> = {
    // A claim says more behind its subject.
    subject: ({ name: text }) => {
      const [kind = "", name = ""] = dropArrays(text).split(" ");
      const known = kinds.get(kind);
      return known && { ...known, name };
    },
    erratum: () => ({ what: "erratum", known: errata }),
    root: ({ file, tokens, name }) =>
      name === "" ? undefined : part((readPath(file.value, tokens.slice(0, 2)) as SoapRoot).side, name),
    part: ({ name: text }) => {
      const [side = "", path = ""] = text.split(" ");
      return part(side, path);
    },
  };
  return (spot) => ways[spot.refersTo]?.(spot);
}

/**
 * What a review may be of, each kind by the word that it begins with. What the spec leaves out on purpose is there by the review of its
 * existence in a source, and more may be said of it.
 */
function listKinds(paths: Paths, spec: ReviewedSpec): ReadonlyMap<string, Target> {
  const leftOut = spec.reviewed.claims.flatMap(({ claim, hash }) =>
    hash !== undefined && claim.endsWith(" existence")
      ? [dropArrays(claim.slice(0, -" existence".length))]
      : [],
  );
  const kind = (word: string, what: string, known: Iterable<string>) => {
    const own = leftOut.filter((subject) => subject.startsWith(`${word} `));
    const names = own.map((subject) => subject.slice(word.length + 1));
    return [word, { what, known: new Set([...known, ...names]) }] as const;
  };
  return new Map([
    kind("request", "part of a request", paths.request),
    kind("response", "part of an answer", paths.response),
    kind("event", "event", spec.events.keys()),
    kind(
      "release",
      "release",
      spec.releases.map(({ release }) => formatRelease(release)),
    ),
  ]);
}

const listErrata = (spec: ReviewedSpec): ReadonlySet<string> =>
  new Set(
    listDated({ ...spec, visits: [...visitShapes(spec)] }).flatMap(({ part }) =>
      toList(part["x-erratum"]).map(({ id }) => id),
    ),
  );

/** Nothing is reviewed twice. */
function findTwice({ reviewed: { claims, sentences } }: ReviewedSpec): Problem[] {
  const firsts = new Map<string, string>();
  return [
    ...claims.map(({ source, claim, hash }, index) => [`claims/${index}`, [source, claim, hash]] as const),
    ...sentences.map(
      ({ source, place = "", hash, of }, index) => [`sentences/${index}`, [source, place, hash, of]] as const,
    ),
  ].flatMap(([at, what]) => {
    const key = JSON.stringify(what);
    const other = firsts.get(key);
    if (other === undefined) firsts.set(key, at);
    return other === undefined
      ? []
      : [report("reviewed-twice", { other }, { file: "drift/reviewed.json", pointer: `/${at}` })];
  });
}

type Paths = Readonly<Record<"request" | "response", ReadonlySet<string>>>;

/** Every path of requests and of answers, without the marks of arrays: `form.fields.separator`. */
function listPaths(spec: CheckedSpec): Paths {
  const report = spec.shapes.get(spec.envelope.errorRequest) ?? {};
  return {
    request: new Set([...listSide("requests/", spec), ...pathsBelow("", report, spec)]),
    response: new Set(listSide("responses/", spec)),
  };
}

const listSide = (folder: string, spec: CheckedSpec): string[] =>
  [...spec.shapes].flatMap(([path, shape]) => {
    const name = path.slice(folder.length, -".json".length);
    return path.startsWith(folder) ? [name, ...pathsBelow(`${name}.`, shape, spec)] : [];
  });

/** The paths of all properties of an object, of the objects of an array, and of each of several alternatives. */
function pathsBelow(start: string, shape: Shape, spec: CheckedSpec): string[] {
  const { $ref, anyOf = [], items, properties = {} } = shape;
  const target = $ref === undefined ? undefined : spec.shapes.get($ref);
  return [
    ...[target, items, ...anyOf].flatMap((part) => (part ? pathsBelow(start, part, spec) : [])),
    ...Object.entries(properties).flatMap(([name, part]) => [
      start + name,
      ...pathsBelow(`${start}${name}.`, part, spec),
    ]),
  ];
}
