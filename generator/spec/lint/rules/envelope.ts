import type { Place, Problem } from "../../../problem/problem.js";
import type { EnvelopeFile } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { envelopePath, objectPath } from "../../files.js";
import { joinPointer } from "../../pointer.js";
import { reportUnknown } from "../report-unknown.js";
import { listTypes } from "./keywords.js";

/** `polling` leads to booleans of the envelope, and `onlyInRequests` to what every request has. */
export function envelopeLeads(spec: LinkedSpec): Problem[] {
  const { envelope, broken } = spec;
  // A broken file may be the one that it refers to.
  if (!envelope || broken.size > 0) return [];
  return [...polling(envelope, spec), ...onlyInRequests(envelope, spec)];
}

function polling(envelope: EnvelopeFile, spec: LinkedSpec): Problem[] {
  if (!envelope.polling) return [];
  const { asks, ends } = envelope.polling;
  const asked = listBooleans("carries", envelope, spec);
  const answered = listBooleans("answers", envelope, spec);
  return [
    ...reportUnknown("boolean in every request", asks, asked, at("polling", "asks")),
    ...reportUnknown("boolean in every answer", ends, answered, at("polling", "ends")),
  ];
}

/** Pointers to the booleans in the objects that the envelope lists. */
const listBooleans = (
  role: "carries" | "answers",
  envelope: EnvelopeFile,
  { shapes }: LinkedSpec,
): string[] =>
  Object.keys(envelope[role]).flatMap((object) =>
    Object.entries(shapes.get(objectPath(role, object))?.properties ?? {})
      .filter(([, part]) => listTypes(part).includes("boolean"))
      .map(([name]) => joinPointer("", object, name)),
  );

function onlyInRequests(envelope: EnvelopeFile, { shapes }: LinkedSpec): Problem[] {
  const carried = Object.entries(envelope.carries).filter(([, { required }]) => required === true);
  const errorRequest = shapes.get(envelope.errorRequest);
  if (!errorRequest?.properties) return []; // which has been reported
  const known = [...carried.map(([name]) => name), ...(errorRequest.required ?? [])];
  const what = "required part of all events or error requests named";
  return (envelope.onlyInRequests ?? []).flatMap((name, index) =>
    reportUnknown(what, name, known, at("onlyInRequests", index)),
  );
}

const at = (...tokens: readonly (string | number)[]): Place => ({
  file: envelopePath,
  pointer: joinPointer("", ...tokens),
});
