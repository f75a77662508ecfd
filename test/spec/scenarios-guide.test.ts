import { describe, expect, it } from "vitest";
import { headingAnchor } from "../../generator/pages/blocks/text.js";
import settings from "../../generator/till/engine/settings.json" with { type: "json" };
import { effects } from "../../generator/till/engine/effects.js";
import { readText } from "../architecture/files.js";
import { loadOwnModel } from "./own-spec.js";

const guide = readText("docs/scenarios.md");

function readTable(heading: string): readonly (readonly string[])[] {
  const section = guide.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** In the docs, each question is the heading of a section. */
function linkToQuestion(id: string): string {
  const { questions } = loadOwnModel();
  const words = questions.find((entry) => entry.id === id)?.question ?? "";
  return `[${id}](../generated/docs/open-questions.md#${headingAnchor(words)})`;
}

describe("docs/scenarios.md", () => {
  it("has every setting, with its values, what it does, and why it is one", () => {
    const rows = Object.entries<{
      question?: string;
      setting?: string;
      values: readonly (string | number | boolean)[];
      does: string;
    }>(settings).map(([name, { question, setting, values, does }]) => [
      `\`${name}\``,
      values.map((value) => `\`${value === "" ? '""' : String(value)}\``).join(", "),
      does,
      question === undefined ? setting : linkToQuestion(question),
    ]);
    expect(readTable("Settings")).toEqual(rows);
  });

  it("has every effect of an answer", () => {
    const parts = readTable("What answers do").map(([part]) => part);
    expect(parts).toEqual(effects.map(({ at }) => `\`${at.join(".")}\``));
  });
});
