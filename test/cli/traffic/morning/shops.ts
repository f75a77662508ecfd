export const shops = { "shop-48": "48", "shop-58": "58.1", "shop-59": "59.5.2" } as const;
