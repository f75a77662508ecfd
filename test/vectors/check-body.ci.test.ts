import { createContext, runInContext } from "node:vm";
import { expect, it } from "vitest";
import {
  createBodyChecker,
  type CheckedBody,
  type BodyToCheck,
} from "../../generator/till/check-body/check-body.js";
import { isInFleet } from "../../generator/base/time/fleet.js";
import { parseRelease } from "../../generator/base/time/release.js";
import type { Contract as Table } from "../../templates/copied/validators/table.js";
import { templates } from "../workbench/emit.js";
import { drawSubjects, toCases, type Case, type Subject } from "./vectors.js";

/** The script that the build made. */
const script = templates.get("site/check-body.js") ?? "";

it("requests and answers get the verdicts and sentences of the test vectors, also by the script of the site's pages", () => {
  const counts = { request: 0, response: 0, invalid: 0 };
  for (const subject of drawSubjects({ count: 400, seed: 1 })) {
    const [check, checkOnPage] = [createBodyChecker(subject.table), createPageChecker(subject.table)];
    for (const each of toCases(subject)) {
      const body = toBody(each, subject);
      if (!body) continue;
      const checked = check(body);
      expect(checkOnPage(body)).toEqual(checked);
      expect(listProblems(checked)).toEqual(listWanted(each, checked));
      counts[body.side ?? "response"] += 1;
      counts.invalid += checked.ok ? 0 : 1;
    }
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(80);
});

/** Runs the script as a page does, in a realm without Node. */
function createPageChecker(table: Table): (body: BodyToCheck) => CheckedBody {
  const scope = createContext({ TextDecoder, text: JSON.stringify(table) });
  runInContext(`${script}; var check = mplusCheckBody.createBodyChecker(JSON.parse(text));`, scope);
  return (body) => {
    scope["body"] = JSON.stringify(body);
    return JSON.parse(
      runInContext("JSON.stringify(check(JSON.parse(body)))", scope) as string,
    ) as CheckedBody;
  };
}

/** Undefined for calls of which the check of a body has no counterpart. */
function toBody({ call, event, options, body: text }: Case, { fleet }: Subject): BodyToCheck | undefined {
  if (call === "validateRequest") return { text, event, side: "request", release: newest };
  if (call !== "validateResponse" || options?.unsupported !== undefined) return undefined;
  const { version = "" } = options ?? {};
  const release = parseRelease(version);
  if (release === undefined || !isInFleet(release, fleet)) return undefined;
  return { text, event, side: "response", release: version };
}

/** No part of a request is newer. */
const newest = "9999";

interface Row {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

const listProblems = (checked: CheckedBody): readonly Row[] =>
  checked.problems.map(({ path, code, message }) => ({ path, code, message }));

/** The vector's problems. After those of a request, its unknown parts. */
function listWanted({ call, want }: Case, checked: CheckedBody): readonly Row[] {
  const { problems = [] } = want as { readonly problems?: readonly Row[] };
  const wanted = problems.map(({ path, code, message }) => ({ path, code, message }));
  if (call === "validateResponse") return wanted;
  const unknown = listProblems(checked).filter(({ code }) => code === "unknown-property");
  return [...wanted, ...unknown];
}
