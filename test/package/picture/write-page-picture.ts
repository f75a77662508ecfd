import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { openPage, startChromium } from "../../emitted/browser/chromium.js";
import { withReceiver } from "../../till/desk.js";
import { openAt } from "../../till/page/open-till.js";
import { loadExample } from "../../till/proof/example-folder.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";

const picturePath = join(packageRoot, "docs/till-page.png");

/** Draws the sale to a member in the example, with a real till and browser. */
const folder = makeRunFolder();
const { openShop } = await loadExample(folder);
const browser = await startChromium();
await withReceiver(openShop("59.5.2").fetch, async (shop) => {
  const till = await openAt(shop);
  const { page } = await openPage(browser, { viewport: { width: 1280, height: 960 }, colorScheme: "light" });
  await page.goto(till.url);
  for (const article of ["Tulips", "Roses", "Soap"])
    await page.getByRole("button", { name: article }).click();
  for (const code of ["ZEEP3-7Q2K", "2900004815168"]) {
    await page.getByRole("combobox", { name: "Scan a code" }).fill(code);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "Birthday cake" }).click();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("S. de Wit");
  await page.getByRole("textbox", { name: "Day" }).fill("2026-12-05");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "Go back to the sale" }).click();
  await page.getByRole("button", { name: "Tulips €" }).waitFor();
  // The answer contains a form, which an older shop rejects.
  await page.locator("#entries > ol > li").nth(2).locator("summary").first().click();
  await page.mouse.move(0, 0);
  // The port differs on every run, and the focus is irrelevant.
  await page.evaluate(`document.activeElement.blur();
    document.querySelector("#where").textContent = "http://localhost:3000/mplus as shop-12";`);
  await page.screenshot({ path: picturePath });
  await till.close();
}).finally(() => browser.close());
removeFolder(folder);
