import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

test.each([
  "search-my-shop-abcdefghijklmnopqrstuvwxyz.eu-west-1.es.amazonaws.com",
  "vpc-my-shop-abc123.us-gov-west-1.es.amazonaws.com",
])("the host %s names the domain", (hostname) => {
  expect(addressedInput("OpenSearch Domain", hostname)).toEqual({ DomainName: "my-shop" });
});

test("the host of a collection names its id", () => {
  const hostname = "07tjusf2h91cunochc.us-east-1.aoss.amazonaws.com";
  expect(addressedInput("OpenSearch Collection", hostname)).toEqual({ CollectionId: "07tjusf2h91cunochc" });
});

test("a custom domain does not tell which domain is behind it", () => {
  expect(addressedInput("OpenSearch Domain", "search.example.com")).toEqual({});
});
