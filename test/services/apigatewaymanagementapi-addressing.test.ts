import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

test("the host names the API, the path before the operation's own the stage", () => {
  const hostname = "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
  expect(addressedInput("ApiGatewayManagementApi", hostname, { basePath: "prod" })).toEqual({
    ApiId: "a1b2c3d4e5",
    StageName: "prod",
  });
});

test("a custom domain tells neither", () => {
  expect(addressedInput("ApiGatewayManagementApi", "ws.example.com")).toEqual({});
});
