import { expect, it } from "vitest";
import { withTwoShops } from "./open-till.js";

it("a till of the second shop sends with its id and secret, and so do requests that are sent again", async () => {
  await withTwoShops(async ({ url, post, see }) => {
    await post("step", { addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } } });
    expect(await see()).toMatchObject({ subscription: "shop-12", shops: ["shop-12", "shop-13"] });
    expect(await post("change", { subscription: "shop-13" })).toBe("");
    expect(await see()).toMatchObject({ subscription: "shop-13", sale: { lines: [] }, wire: [] });
    await post("step", { scan: "1" });
    const { wire } = await see(({ wire }) => wire.length === 1);
    // The receiver accepts only the shop's own secret.
    expect(wire[0]).toMatchObject({ state: "accepted" });
    expect(wire[0]?.headers).toContain("X-Mplus-Subscription-Id: shop-13");
    const id = wire[0]?.id ?? 0;
    expect(await post("again", { id })).toBe("");
    expect((await see()).wire[0]?.facts).toMatch(/^sent again, shop-13, both signatures valid/);
    const curl = await (await fetch(`${url}/exchange/${id}/curl`)).text();
    expect(curl).toContain('"$MPLUS_OTHER_SECRET"');
    expect(await post("change", { subscription: "shop-14" })).toContain("Unknown shop");
  });
});
