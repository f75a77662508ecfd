import { isError, type Outcome, type Problem } from "../../problem/problem.js";
import type { SourceFile } from "../../spec/read/read-spec.js";
import { toKey, type Subject } from "../claim.js";
import type { Judged } from "../judge/finding.js";
import type { Known } from "../judge/known.js";
import { addEvent, addNamedRelease, listRelease } from "./add-entry.js";
import { addPart } from "./add-part.js";
import { decideFindings } from "./decide-findings.js";
import { chain, compareDrafts, toDraft, toFiles, type Draft, type Edit, type Edited } from "./draft.js";
import { extendPart } from "./extend-part.js";
import { collectFacts, listReleases, type Facts } from "./facts.js";
import { findPart, toNames } from "./find-part.js";
import type { Context } from "./make-shape.js";
import type { Decision, Proposal } from "./proposal.js";
import { guessSide, type Settled } from "./guess-side.js";

/** What a proposal is made against. */
export interface Grounds {
  /** The spec that the sources were judged by: its texts, and its index. */
  readonly files: readonly SourceFile[];
  readonly known: Known;
  /** Whether a spec is sound: no proposal breaks it. */
  readonly lint: (files: readonly SourceFile[]) => Outcome<unknown>;
}

/**
 * Proposes what to change in the spec for what is new in sources. Whatever lint would refuse is not proposed but left to decide,
 * and so is what contradicts the spec, has vanished, or was not read.
 */
export function propose(judged: readonly Judged[], { files, known, lint }: Grounds): Proposal {
  const before = toDraft(files);
  const facts = collectFacts(judged);
  const context = { known, holders: listHolders(facts) };
  const steps = facts.flatMap((each) =>
    toEdits(each, context, before).map((edit) => ({
      subject: each.subject,
      edit: chain([...listReleases(each).map((release) => listRelease(release)), edit]),
    })),
  );
  const { draft, decisions } = keepSound(steps, before, lint);
  return {
    files: compareDrafts(before, draft),
    decisions: [...decisions, ...decideFindings(judged, draft)],
  };
}

/** The keys of what there are new parts below. */
const listHolders = (facts: readonly Facts[]): ReadonlySet<string> =>
  new Set(
    facts.flatMap(({ subject: { side, path } }) => {
      const names = toNames(path);
      const sides = side === "body" ? (["request", "response"] as const) : [side];
      return sides.flatMap((each) =>
        names.slice(1).map((_, i) => toKey({ side: each, path: names.slice(0, i + 1).join(".") })),
      );
    }),
  );

/** Each edit adds something whole, or extends it in one regard: what lint refuses of the one keeps nothing else back. */
function toEdits(facts: Facts, context: Context, before: Draft): readonly Edit[] {
  const { side, path } = facts.subject;
  if (side === "release") return [addNamedRelease(facts)];
  if (side === "event") return [addEvent(facts)];
  if (side !== "body" && findPart(side, path, before)) return extendPart(facts);
  return [(draft) => addSettled(guessSide(facts, draft), context, draft)];
}

function addSettled({ facts, decisions }: Settled, context: Context, draft: Draft): Edited {
  if (!facts) return { draft, decisions };
  const added = addPart(facts, context)(draft);
  return { draft: added.draft, decisions: [...decisions, ...added.decisions] };
}

/** One edit, which is made or not, and what it is about. */
interface Step {
  readonly subject: Subject;
  readonly edit: Edit;
}

/** Makes all edits; if lint refuses what comes of that, those without which it does not. */
function keepSound(steps: readonly Step[], draft: Draft, lint: Grounds["lint"]): Edited {
  const edited = chain(steps.map(({ edit }) => edit))(draft);
  if (compareDrafts(draft, edited.draft).length === 0) return edited;
  const linted = lint(toFiles(edited.draft));
  if (linted.ok) return edited;
  const [step, ...others] = steps;
  if (!step) return edited;
  if (others.length === 0) return { draft, decisions: [describeRefusal(step.subject, linted.problems)] };
  const half = Math.ceil(steps.length / 2);
  const first = keepSound(steps.slice(0, half), draft, lint);
  const second = keepSound(steps.slice(half), first.draft, lint);
  return { draft: second.draft, decisions: [...first.decisions, ...second.decisions] };
}

const describeRefusal = (subject: Subject, problems: readonly Problem[]): Decision => ({
  kind: "edit",
  subject,
  message: `What the source says of it does not fit into the spec as it is: ${problems.find(isError)?.message ?? ""}`,
});
