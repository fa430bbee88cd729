import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

test.each([
  "search-my-movies-rr2f34ofg56xneuemujamut52i.us-east-1.cloudsearch.amazonaws.com",
  "doc-my-movies-rr2f34ofg56xneuemujamut52i.eu-west-1.cloudsearch.amazonaws.com",
])("the host %s names the domain", (hostname) => {
  expect(addressedInput("CloudSearch Domain", hostname)).toEqual({ DomainName: "my-movies" });
});

test("the host that the model knows names none", () => {
  expect(addressedInput("CloudSearch Domain", "cloudsearchdomain.us-east-1.amazonaws.com")).toEqual({});
});
