import { adapter } from "../adapter.js";

export const express = adapter("express", "a router for Express 5 and 4", { needsNode: true });
