import { adapter } from "../adapter.js";

export const lambda = adapter(
  "lambda",
  "a handler for AWS Lambda: API Gateway, function URLs, load balancers",
  { needsNode: true },
);
