import { type ReleaseEntry, toRelease } from "../../spec/dialect.js";
import { addRelease, setPart, printFile } from "../../spec/edit/edit-json.js";
import { eventPath } from "../../spec/files.js";
import { formatRelease, parseRelease, type Release } from "../../time/release.js";
import { describeSource } from "./describe-source.js";
import { addFile, changeFile, type Draft, type Edit, type Edited } from "./draft.js";
import { findLatest, type Facts } from "./facts.js";
import { placeholder } from "./proposal.js";

const releasesPath = "releases.json";

/** Lists the release that a source names, or gives the one that is listed its day. */
export const addNamedRelease =
  ({ subject, date }: Facts): Edit =>
  (draft) => {
    const release = parseRelease(subject.path);
    if (release === undefined) {
      const message = "The source names a release that is none: read the place, and list it if it is one.";
      return { draft, decisions: [{ kind: "edit", subject, message }] };
    }
    const index = listReleases(draft).findIndex((entry) => toRelease(entry.release) === release);
    if (index < 0) return listRelease(release, date)(draft);
    if (date === undefined) return { draft, decisions: [] };
    const dated = changeFile(draft, releasesPath, (text) => setPart(text, ["releases", index, "date"], date));
    return { draft: dated, decisions: [] };
  };

/** Lists a release unless it is listed. */
export const listRelease =
  (release: Release, date?: string): Edit =>
  (draft) => {
    const listed = addRelease(draft.get(releasesPath) ?? "", {
      release: formatRelease(release),
      summary: placeholder,
      ...(date !== undefined && { date }),
    });
    if (!listed.ok) return { draft, decisions: [] };
    const index = listReleases(draft).filter((entry) => toRelease(entry.release) < release).length;
    return {
      draft: changeFile(draft, releasesPath, () => listed.value),
      decisions: [
        {
          kind: "write",
          subject: { side: "release", path: formatRelease(release) },
          place: { file: releasesPath, pointer: `/releases/${index}/summary` },
          message: "Sum up what the release brought.",
        },
      ],
    };
  };

const listReleases = (draft: Draft): readonly ReleaseEntry[] =>
  (JSON.parse(draft.get(releasesPath) ?? '{"releases":[]}') as { releases: ReleaseEntry[] }).releases;

/** Describes an event that the spec does not have, or gives one that it has its release. */
export const addEvent =
  (facts: Facts): Edit =>
  (draft): Edited => {
    const { subject } = facts;
    const file = eventPath(subject.path);
    const since = findLatest(facts);
    const date = since === undefined ? {} : { "x-added-in": formatRelease(since) };
    if (draft.has(file)) {
      const dated = changeFile(draft, file, (text) =>
        since === undefined ? text : setPart(text, ["x-added-in"], formatRelease(since), ["description"]),
      );
      return { draft: dated, decisions: [] };
    }
    const event = {
      description: placeholder,
      ...date,
      "x-provenance": { kind: "documented", basis: `${describeSource(facts)}.` },
      freeStanding: "No source says yet how it goes with other events.",
    };
    const messages = [
      { kind: "write" as const, message: "Describe the event in words of your own, and give it an example." },
      {
        kind: "confirm" as const,
        message:
          "The source does not say what it carries, which answers it takes, and which flow it belongs to: write `carries` and `answers`, make it a step of a flow if it is one, and name it in products.json.",
      },
    ];
    return {
      draft: addFile(draft, file, printFile(event)),
      decisions: messages.map((decision) => ({ ...decision, subject, place: { file, pointer: "" } })),
    };
  };
