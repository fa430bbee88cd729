import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

test("the host names an endpoint", () => {
  expect(addressedInput("AppSync API", "abcdefghij.appsync-api.eu-west-1.amazonaws.com")).toEqual({
    Endpoint: "abcdefghij",
  });
});

test("a custom domain names none", () => {
  expect(addressedInput("AppSync API", "api.example.com")).toEqual({});
});
