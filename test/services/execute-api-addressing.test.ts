import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

test.each([
  "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com",
  "a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.eu-west-1.amazonaws.com",
])("the host %s names the API", (hostname) => {
  expect(addressedInput("Execute API", hostname)).toEqual({ ApiId: "a1b2c3d4e5" });
});

test("a custom domain does not tell the API", () => {
  expect(addressedInput("Execute API", "api.example.com")).toEqual({});
});
