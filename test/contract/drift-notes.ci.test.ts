import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diffReleases } from "../../generator/diff/diff-releases.js";
import { rangeSince } from "../../generator/diff/stops.js";
import { indexModel } from "../../generator/drift/judge/known.js";
import { notesReader } from "../../generator/drift/notes/notes-reader.js";
import type { Reading } from "../../generator/drift/reading.js";
import { createAlbum } from "../../generator/lattice/album.js";
import { buildModel } from "../../generator/model/build.js";
import { setPart } from "../../generator/spec/edit/edit-json.js";
import { splitPointer } from "../../generator/spec/pointer.js";
import { readSpec, type SourceFile } from "../../generator/spec/read/read-spec.js";
import { parseRange } from "../../generator/time/range.js";
import { applyProposal, checkFiles, proposeFor } from "../drift/proposal/grounds.js";
import { withoutRelease } from "../drift/proposal/without-release.js";

const release = "59.3.4";
const read = readSpec(join(import.meta.dirname, "../../spec"));
if (!read.ok) throw new Error("the spec is unreadable");
const whole = read.value;
const without = withoutRelease(whole, release);
const spec = checkFiles(without);
const context = { names: spec.names, soapNames: spec.soapNames, known: indexModel(buildModel(spec)) };

/** What the facts are, written as somebody may write it. */
const notes: Readonly<Record<string, string>> = {
  "notes.md": `# Webhook release notes

## Release 59.3.4 (2024-11-19)

POS Version 59.4.3

- New property \`form.fields[].separator\` in answers, with the values none, above and below.
- The field type \`label\` was added.
- \`customAction.longClick\` was added.
- The property \`disabled\` was added to dialog options and form options.
- Answers with an error are handled in another way.
`,
  "opmerkingen.md": `# Webhook wijzigingen

| Release | POS versie | Datum | Omschrijving |
| --- | --- | --- | --- |
| 59.3.4 | 59.4.3 | 19 november 2024 | Nieuwe eigenschap form.fields[].separator in het antwoord (waarden: none, above en below). Nieuw veldtype: label. Toegevoegd: customAction.longClick. De eigenschap disabled is toegevoegd aan dialoogopties en formulieropties. |
`,
  "notes.html": `<!doctype html><title>Notes</title><nav><a href="/">Home</a></nav><h1>Webhook release notes</h1>
<h2>v59.3.4</h2><p>POS Version 59.4.3<br>Date: November 19, 2024</p><h3>New</h3>
<ul><li><code>form.fields[].separator</code> in answers, values <code>none</code>, <code>above</code> and <code>below</code></li>
<li>Field type <code>label</code></li><li><b>customAction.longClick</b></li>
<li>The property <code>disabled</code> on dialog and form options</li></ul>`,
  "opmerkingen.html": `<h1>Webhooks: wat is er nieuw</h1><table><tbody>
<tr><td>Versie</td><td>59.3.4</td></tr><tr><td>Datum</td><td>19-11-2024</td></tr><tr><td>POS versie</td><td>59.4.3</td></tr>
<tr><td>Omschrijving</td><td>Toegevoegd aan het antwoord: form.fields[].separator (waarden none, above, below)<br>
Het veldtype <i>label</i> is toegevoegd<br>customAction.longClick is toegevoegd<br>
Eigenschap disabled toegevoegd aan dialoogopties en formulieropties</td></tr></tbody></table>`,
};

/** What a person decides of what the proposal leaves open. */
const decided = { text: "Written by a person.", booleans: ["longClick", "disabled"] };

const readNotes = async (file: string): Promise<Reading> => {
  const chunks = (async function* () {
    yield await Promise.resolve(Buffer.from(notes[file] ?? ""));
  })();
  const reading = await notesReader.read({ file, chunks }, context);
  if (!reading.ok) throw new Error(reading.problems[0]?.message);
  return reading.value;
};

const listVersions = (files: readonly SourceFile[]): readonly string[] => {
  const model = buildModel(checkFiles(files));
  const fleet = parseRange(release, model);
  if (!fleet.ok) throw new Error("the release is not known");
  return diffReleases(createAlbum(model), rangeSince(model, fleet.value)).flatMap(({ changes }) =>
    changes.map(({ direction, pointer, code, events }) => [direction, pointer, code, ...events].join(" ")),
  );
};

describe.each(Object.keys(notes))("from %s, a spec without v59.3.4 gets", (file) => {
  const proposed = readNotes(file).then((reading) => proposeFor([reading], without));

  it("each part with its release, and what it rests on", async () => {
    const { files } = await proposed;
    expect(files.map(({ path }) => path)).toEqual([
      "releases.json",
      "requests/customAction.json",
      "responses/dialog.json",
      "responses/form.json",
    ]);
    for (const { after, path } of files.slice(1)) {
      expect(after, path).toContain(`"x-added-in": "59.3.4"`);
      expect(after, path).toMatch(/"basis": "The vendor's release notes [^\n]* for 59\.3\.4 \(line \d+\)/);
    }
    expect(files[0]?.after).toContain(`"date": "2024-11-19"`);
  });

  it("all that the spec has of it, once the decisions are carried out", async () => {
    const proposal = await proposed;
    const patched = carryOut(applyProposal(without, proposal));
    expect(listVersions(patched)).toEqual(listVersions(whole));
    expect(proposeFor([await readNotes(file)], patched).files).toEqual([]);
    const open = proposal.decisions.filter(({ kind }) => kind === "write");
    expect(open.map(({ subject }) => subject?.path).sort()).toEqual([
      "59.3.4",
      "customAction.longClick",
      "dialog.dialogOptions[].disabled",
      "form.fields[].options[].disabled",
      "form.fields[].separator",
      "form.fields[].type",
    ]);
  });
});

/** Does what the decisions ask: a type that no source gives, and the texts. */
function carryOut(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map(({ path, text }) => ({
    path,
    text: decided.booleans.reduce(
      (sofar, name) => setTypes(sofar, name),
      text.replaceAll("Not described yet.", decided.text),
    ),
  }));
}

function setTypes(text: string, name: string): string {
  const pointers = listPointers(JSON.parse(text), "").filter((pointer) =>
    pointer.endsWith(`/properties/${name}`),
  );
  return pointers.reduce((sofar, pointer) => {
    const tokens = splitPointer(pointer);
    return setPart(sofar, [...tokens, "type"], "boolean");
  }, text);
}

const listPointers = (value: unknown, pointer: string): string[] =>
  typeof value === "object" && value !== null
    ? [pointer, ...Object.entries(value).flatMap(([key, part]) => listPointers(part, `${pointer}/${key}`))]
    : [];
