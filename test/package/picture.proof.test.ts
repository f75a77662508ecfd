import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawPicture, picturePath } from "./picture/picture.js";

it("the README's picture shows what the compiler says today; `npm run picture` draws it again", async () => {
  const drawn = await drawPicture();
  expect(drawn).toContain("relationNumbr");
  expect(readFileSync(picturePath, "utf8")).toBe(drawn);
});
