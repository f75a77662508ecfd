import { expect, it } from "vitest";
import { toLines, vendorClaims } from "./claim-lines.js";
import { draftPage } from "./draft.js";
import { read } from "./read.js";
import { forms } from "./render.js";

const title = "Webhooks JSON Definitions";
const claims = vendorClaims[title] ?? [];

it.each(Object.entries(forms))(
  "a page in our words makes the same claims as the vendor's: %s",
  (file, render) => {
    const reading = read(file, render(draftPage(title, claims), {}));
    expect(reading).toMatchObject({ title, lists: "everything", newest: 59_0003_0002 });
    expect([...toLines(reading.claims)].sort()).toEqual([...claims].sort());
  },
);
