import { createAlbum } from "../../../generator/lattice/album.js";
import { describe, expect, it } from "vitest";
import { createAjv, type ValidateFunction } from "../../../generator/spec/ajv.js";
import { formatRelease, parseRelease, type Release } from "../../../generator/time/release.js";
import { buildView } from "../../../generator/view/build-view.js";
import { findObjects } from "../../../generator/view/walk.js";
import { releaseFleet } from "../../../generator/time/fleet.js";
import { toJsonSchema } from "../../../generator/view/json-schema.js";
import type { ObjectView, View } from "../../../generator/view/view.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { findAll, parseMarkdown } from "../../targets/docs/markdown-tree.js";
import { pagesOf } from "../pages.js";

const model = loadRealModel();

/**
 * What a block says that it is: `scanCode request, v48`, `Session, v59.3.4`, `Table, v10, made`. One that names no release
 * fits the oldest shop of the fleet.
 */
const titlePattern = /^title="(\w+)(?: (request|answer|error request))?(?:, v([\d.]+))?(?:, made)?"$/;

describe.each(["..", "48..", "48..58", "10..10", "9..9"])("the JSON on the pages for %s", (label) => {
  const view = loadRange(label, model);
  const found = blocksOf(view);

  it("fits the event or the object, at the release, that it is shown for", async () => {
    const blocks = await found;
    expect(blocks.length).toBeGreaterThan(2 * model.events.length);
    expect(
      blocks.flatMap(({ path, title, value }) =>
        faultsOf(title, value, view.fleet.min).map((fault) => `${path} ${title}: ${fault}`),
      ),
    ).toEqual([]);
  });

  it("is made from the contract, and says so, where no sample is from the fleet", async () => {
    const isMade = (await found).some(
      ({ path, title }) => path === "events/startSession.md" && title.endsWith(', made"'),
    );
    expect(isMade).toBe(label === "9..9");
  });
});

interface Block {
  readonly path: string;
  readonly title: string;
  readonly value: unknown;
}

async function blocksOf(view: View): Promise<Block[]> {
  return [...(await pagesOf(view, model))].flatMap(([path, page]) =>
    findAll(parseMarkdown(page), "code")
      .filter(({ lang }) => lang === "json")
      .map(({ meta, value = "" }) => ({ path, title: meta ?? "", value: JSON.parse(value) as unknown })),
  );
}

function faultsOf(title: string, value: unknown, oldest: Release): string[] {
  const key = `${title} at ${oldest}`;
  if (!validators.has(key)) validators.set(key, validatorFor(title, oldest));
  const validate = validators.get(key);
  if (!validate) return ["it does not say what it is"];
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}

const ajv = createAjv({ allErrors: true });
const validators = new Map<string, ValidateFunction | undefined>();

/** What blocks of a title are held against in the pages of a fleet. */
function validatorFor(title: string, oldest: Release): ValidateFunction | undefined {
  const [, name = "", side, version = formatRelease(oldest)] = titlePattern.exec(title) ?? [];
  const view = viewAt(version);
  const object = view && objectFor(view, name, side);
  return object && ajv.compile(toJsonSchema(object, side === "answer" ? "response" : "closed"));
}

const views = new Map<string, View | undefined>();

function viewAt(version: string): View | undefined {
  const release = parseRelease(version);
  if (!views.has(version) && release !== undefined) {
    const view = buildView(createAlbum(model), releaseFleet(release, model));
    views.set(version, view.ok ? view.value : undefined);
  }
  return views.get(version);
}

function objectFor(view: View, name: string, side: string | undefined): ObjectView | undefined {
  if (side === undefined) return findObjects(view).get(name);
  if (side === "error request") return view.errorRequest;
  const event = view.events.find((known) => known.name === name);
  return side === "request" ? event?.request : event?.response;
}
