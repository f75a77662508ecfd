import { dropArrays } from "../../../contract/read/values.js";
import type { DriftFinding, SpecSubject } from "../../../drift/source-content.js";

/** Paths in the spec's folder. An edit names the list to add to. */
export interface SpecFiles {
  readonly create: readonly string[];
  readonly edit: readonly string[];
}

const filesOf: Readonly<Record<SpecSubject["side"], (name: string) => SpecFiles>> = {
  event: (name) => ({
    create: [`events/${name}.json`, `examples/${name}/`],
    edit: ['products.json ("sends")', "flows/ (a step)"],
  }),
  request: (name) => ({
    create: [`requests/${name}.json`],
    edit: ['events/ or envelope.json ("carries")'],
  }),
  response: (name) => ({
    create: [`responses/${name}.json`],
    edit: ['events/ or envelope.json ("answers")', 'products.json ("takes")'],
  }),
  release: () => ({ create: [], edit: ["releases.json", 'sources.json ("newest", "seenBeyond")'] }),
};

/** The files for a new event, object or release. Undefined for anything inside an object, which has a file. */
export function listSpecFiles({ verdict, subject, about }: DriftFinding): SpecFiles | undefined {
  const isWhole = subject?.side === "release" || (about === "existence" && !subject?.path.includes("."));
  return verdict === "new" && subject && isWhole
    ? filesOf[subject.side](dropArrays(subject.path))
    : undefined;
}
