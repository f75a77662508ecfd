import { report } from "../../problem/catalogue.js";
import { failure, isError, type Outcome, type Problem, success } from "../../problem/problem.js";
import { formatRelease } from "../../time/release.js";
import type { CheckedSpec } from "../checked-spec.js";
import { type DialectFiles, type Shape, type SoapNamesFile, type SoapRoot, toList } from "../dialect.js";
import { type FileKind, type SoundFile, toSoundFiles } from "../files.js";
import { placeIn } from "../pointer.js";
import { locateProblems } from "../read/json-text.js";
import type { SourceFile } from "../read/read-spec.js";
import { dropArrays, ownEntry, readPath } from "../values.js";
import type { Dialect } from "./check-dialect.js";
import { checkNames, findRepeated, type Namings, type Spot, type Target } from "./check-names.js";
import { parseFiles } from "./lint-spec.js";
import { listDated, visitShapes } from "./visit.js";

/**
 * Adds the texts of `drift/` to a contract in which lint found no error, or reports everything that is wrong with them at once: a review of
 * what the contract no longer has, for example.
 */
export function lintReviews(
  spec: CheckedSpec,
  sources: readonly SourceFile[],
  dialect: Dialect,
): Outcome<ReviewedSpec> {
  const { files, broken, problems: wrong } = parseFiles(sources, dialect);
  const sound = toSoundFiles(files, broken);
  const reviewed = { ...spec, ...sortReviews(sound) };
  const astray = checkNames({
    ...{ rows: namings, files: sound, find: listTargets(reviewed), code: "review-astray" as const },
  });
  const problems = locateProblems([...wrong, ...astray, ...findTwice(reviewed)], sources);
  return problems.some(isError) ? failure(problems) : success(reviewed, problems);
}

/** A spec with what people have reviewed of its sources: what `lint` and `drift` read. The contract is complete without it. */
export type ReviewedSpec = CheckedSpec & Readonly<ReturnType<typeof sortReviews>>;

/** Sorts the parsed files of `drift/`. Each of them may be missing. */
export function sortReviews(files: readonly SoundFile[]) {
  const find = <Kind extends FileKind>(kind: Kind) =>
    files.find((file) => file.kind === kind)?.value as DialectFiles[Kind] | undefined;
  return {
    reviewed: find("reviewed") ?? { claims: [], sentences: [] },
    soapNames: find("soap-names") ?? noSoapNames,
    names: find("names") ?? { names: [] },
  };
}

/** Of a spec that says nothing of a WSDL. */
const noSoapNames: SoapNamesFile = {
  source: "",
  seenAs: "",
  roots: [],
  elements: {},
  leftOut: {},
  concerns: [],
};

const namings: Namings = {
  reviewed: [
    { at: ["/claims/*/claim", "/sentences/*/of"], refersTo: "subject" },
    { at: "/claims/*/erratum", refersTo: "erratum" },
  ],
  "soap-names": [{ at: "/roots/*/path", refersTo: "root" }],
  names: [{ at: "/names/*/parts/*", refersTo: "part" }],
};

/** What the files of `drift/` are about is in the contract, and so are the errata that they name. */
function listTargets(spec: ReviewedSpec): (spot: Spot) => Target | undefined {
  const paths = listPaths(spec);
  const kinds = listKinds(paths, spec);
  const errata = listErrata(spec);
  const part = (side: string, path: string): Target => ({
    ...{ what: `part of a ${side}`, name: dropArrays(path) },
    known: side === "request" || side === "response" ? paths[side] : [],
  });
  const ways: Readonly<Record<string, (spot: Spot) => Target | undefined>> = {
    // A claim says more behind its subject.
    subject: ({ name: text }) => {
      const [kind = "", name = ""] = dropArrays(text).split(" ");
      const known = ownEntry(kinds, kind);
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
function listKinds(paths: Paths, spec: ReviewedSpec): Readonly<Record<string, Target>> {
  const leftOut = spec.reviewed.claims
    .filter(({ claim, hash }) => hash !== undefined && claim.endsWith(" existence"))
    .map(({ claim }) => dropArrays(claim).split(" "));
  const known = (word: string, names: readonly string[]): readonly string[] => [
    ...names,
    ...leftOut.flatMap(([kind, name = ""]) => (kind === word ? name : [])),
  ];
  const releases = spec.releases.map(({ release }) => formatRelease(release));
  return {
    request: { what: "part of a request", known: known("request", paths.request) },
    response: { what: "part of an answer", known: known("response", paths.response) },
    event: { what: "event", known: known("event", [...spec.events.keys()]) },
    release: { what: "release", known: known("release", releases) },
  };
}

const listErrata = (spec: ReviewedSpec): readonly string[] =>
  listDated({ ...spec, visits: visitShapes(spec) }).flatMap(({ part }) =>
    toList(part["x-erratum"]).map(({ id }) => id),
  );

/** Nothing is reviewed twice. */
const findTwice = ({ reviewed: { claims, sentences } }: ReviewedSpec): Problem[] =>
  Object.entries({
    claims: claims.map(({ source, claim, hash }) => JSON.stringify([source, claim, hash])),
    sentences: sentences.map(({ source, place = "", hash, of }) => JSON.stringify([source, place, hash, of])),
  }).flatMap(([list, keys]) =>
    findRepeated([...keys.entries()], ([, key]) => key).map(([[index], [first]]) =>
      report("reviewed-twice", { other: `${list}/${first}` }, placeIn("drift/reviewed.json", list, index)),
    ),
  );

/** Every path of requests and of answers, without the marks of arrays: `form.fields.separator`. */
type Paths = Readonly<Record<"request" | "response", readonly string[]>>;

function listPaths(spec: CheckedSpec): Paths {
  const report = spec.shapes.get(spec.envelope.errorRequest) ?? {};
  const listSide = (folder: string): string[] => {
    const objects = [...spec.shapes].filter(([path]) => path.startsWith(folder));
    const named = objects.map(
      ([path, shape]) => [path.slice(folder.length, -".json".length), shape] as const,
    );
    return pathsBelow("", { properties: Object.fromEntries(named) }, spec);
  };
  return {
    request: [...listSide("requests/"), ...pathsBelow("", report, spec)],
    response: listSide("responses/"),
  };
}

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
