import { expect, it } from "vitest";
import { sign } from "../../../templates/receiver/auth/signature.js";
import { loadRealModel, loadRealView } from "../../workbench/real-spec.js";
import { findAll, parseMarkdown, rowsOf } from "../../targets/docs/markdown-tree.js";
import { pageAt, pagesOf } from "../pages.js";

const model = loadRealModel();
const page = parseMarkdown(pageAt(await pagesOf(loadRealView({}, model), model), "subscribe.md"));
const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

it("the page on subscribing has right signatures, except for the one that it calls wrong", () => {
  const table = findAll(page, "table").find((candidate) => rowsOf(candidate)[0]?.[0] === secret);
  const signatures = table ? rowsOf(table).map(([, , signature]) => signature) : [];
  expect(signatures).toEqual([
    sign("test", secret),
    sign("", secret),
    sign('{"text":"Crème brûlée €"}', secret),
    `${sign("test", Buffer.from(secret).toString("base64"))} is wrong`,
  ]);
});
