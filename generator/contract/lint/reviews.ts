import { report } from "../../base/problem/catalogue.js";
import { failure, isError, type Outcome, type Problem, success } from "../../base/problem/problem.js";
import type { CheckedSpec } from "../read/checked-spec.js";
import { type DialectFiles, type SoapNamesFile, type SoapRoot, toList } from "../read/dialect.js";
import { buildModel } from "../model/build.js";
import type { Direction } from "../model/model.js";
import { createPaths } from "../model/paths.js";
import { type FileKind, type ValidFile, toValidFiles } from "../read/files.js";
import { placeIn } from "../read/pointer.js";
import { locateProblems } from "../read/json-text.js";
import type { SourceFile } from "../read/read-spec.js";
import { dropArrays, ownEntry, readPath } from "../read/values.js";
import { listDatedParts, visitShapes } from "../read/link-spec.js";
import type { Dialect } from "./check-dialect.js";
import {
  checkNames,
  findRepeated,
  type NameRules,
  type NameOccurrence,
  type NameCandidates,
} from "./check-names.js";
import { parseFiles } from "./lint-spec.js";

/**
 * Adds the texts of `drift/` to an error-free contract, or reports all their problems, such as a review of a part
 * that no longer exists.
 */
export function lintReviews(
  spec: CheckedSpec,
  sources: readonly SourceFile[],
  dialect: Dialect,
): Outcome<ReviewedSpec> {
  const { files, broken, problems: wrong } = parseFiles(sources, dialect);
  const sound = toValidFiles(files, broken);
  const reviewed = { ...spec, ...sortReviews(sound) };
  const find = createSubjectFinder(reviewed);
  const unresolved = checkNames({ rows: nameRules, files: sound, find, code: "review-astray" });
  const problems = locateProblems([...wrong, ...unresolved, ...findRepeatedReviews(reviewed)], sources);
  return problems.some(isError) ? failure(problems) : success(reviewed, problems);
}

/**
 * A spec with people's reviews of its sources, for `lint` and `drift`. The contract is complete without these
 * reviews.
 */
export type ReviewedSpec = CheckedSpec & Readonly<ReturnType<typeof sortReviews>>;

/** Any of these files may be missing. */
function sortReviews(files: readonly ValidFile[]) {
  const find = <Kind extends FileKind>(kind: Kind) =>
    files.find((file) => file.kind === kind)?.value as DialectFiles[Kind] | undefined;
  return {
    reviewed: find("reviewed") ?? { claims: [], sentences: [] },
    soapNames: find("soap-names") ?? noSoapNames,
  };
}

/** For a spec without a WSDL. */
const noSoapNames: SoapNamesFile = {
  source: "",
  seenAs: "",
  roots: [],
  elements: {},
  leftOut: {},
  concerns: [],
};

const nameRules: NameRules = {
  reviewed: [
    { at: ["/claims/*/claim", "/sentences/*/of"], refersTo: "subject" },
    { at: "/claims/*/erratum", refersTo: "erratum" },
  ],
  "soap-names": [{ at: "/roots/*/path", refersTo: "root" }],
};

/**
 * Creates a function that finds the names that a review may use. A review's subject and errata must be in the
 * contract.
 */
function createSubjectFinder(spec: ReviewedSpec): (spot: NameOccurrence) => NameCandidates | undefined {
  const kinds = listReviewSubjects(spec);
  const ways: Readonly<Record<string, (spot: NameOccurrence) => string>> = {
    subject: ({ name }) => name,
    erratum: ({ name }) => `erratum ${name}`,
    root: ({ file, tokens, name }) => {
      const { side } = readPath(file.value, tokens.slice(0, 2)) as SoapRoot;
      return `${side === "event" ? "notification" : side} ${name}`;
    },
  };
  return (spot) => {
    // In a claim, more words follow the subject.
    const [kind = "", name = ""] = dropArrays(ways[spot.refersTo]?.(spot) ?? "").split(" ");
    const target = ownEntry(kinds, kind);
    return target && name !== "" ? { ...target, name } : undefined;
  };
}

/**
 * The possible subjects of a review, by the first word of their kind. A part that the spec deliberately omits is a
 * possible subject, too, once a review says that a source has it.
 */
function listReviewSubjects(spec: ReviewedSpec): Readonly<Record<string, NameCandidates>> {
  const leftOut = spec.reviewed.claims
    .filter(({ claim, hash }) => hash !== undefined && claim.endsWith(" existence"))
    .map(({ claim }) => dropArrays(claim).split(" "));
  const toTarget = (word: string, what: string, names: readonly string[]): NameCandidates => ({
    what,
    known: [...names, ...leftOut.flatMap(([kind, name = ""]) => (kind === word ? name : []))],
  });
  const { properties, errorRequest } = createPaths(buildModel(spec));
  const listPaths = (side: Direction): string[] =>
    [...properties, ...errorRequest].flatMap(({ direction, names }) =>
      direction === side ? names.join(".") : [],
    );
  const dated = listDatedParts({ ...spec, visits: visitShapes(spec) });
  const errata = dated.flatMap(({ part }) => toList(part["x-erratum"]).map(({ id }) => id));
  return {
    request: toTarget("request", "property of a request", listPaths("request")),
    response: toTarget("response", "property of an answer", listPaths("response")),
    event: toTarget("event", "event", [...spec.events.keys()]),
    erratum: toTarget("erratum", "erratum", errata),
    notification: toTarget("notification", "property of a notification", []),
  };
}

const findRepeatedReviews = ({ reviewed: { claims, sentences } }: ReviewedSpec): Problem[] =>
  Object.entries({
    claims: claims.map(({ source, place, claim, hash }) => [source, place, claim, hash]),
    sentences: sentences.map(({ source, place, hash, of }) => [source, place, hash, of]),
  }).flatMap(([list, keys]) =>
    findRepeated([...keys.entries()], ([, key]) => JSON.stringify(key)).map(([[index], [first]]) =>
      report("reviewed-twice", { other: `${list}/${first}` }, placeIn("drift/reviewed.json", list, index)),
    ),
  );
