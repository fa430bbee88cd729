import { expect, test } from "vitest";
import { resourcesOf } from "../../src/authorize/rule-resources.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { requestedPath } from "../../src/services/opensearch-paths.ts";
import { exampleCall } from "./example-call.ts";

const DOMAINS = "arn:aws:es:us-east-1:123456789012:domain";

test.each([
  [{ DomainName: "shop" }, `${DOMAINS}/shop/`],
  [{ DomainName: "shop", Path: "_bulk" }, `${DOMAINS}/shop/_bulk`],
  [{ DomainName: "shop", Path: "orders/_doc/17" }, `${DOMAINS}/shop/orders/*`],
  [{ Path: "orders/_search" }, `${DOMAINS}/*/orders/*`],
])("%j is a request to %s", (input, expected) => {
  const subject = { sdkId: "OpenSearch Domain", operation: "HttpGet", signingName: "es" };
  const view = { call: exampleCall({ input, permits: [] }, subject) };
  const context = { authorization: openAuthorizationIndex(), view, action: "es:ESHttpGet" };
  expect(resourcesOf(requestedPath, context).map(({ arn }) => arn)).toEqual([expected]);
});
