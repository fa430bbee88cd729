import { expect, test } from "vitest";
import restApis from "../../src/services/apigateway.ts";
import httpApis from "../../src/services/apigatewayv2.ts";
import { permitsOf } from "./permits-of.ts";

test("paths of REST APIs are resources as they are sent", () => {
  expect(permitsOf(restApis)("GetStage", { restApiId: "a1b2c3", stageName: "prod" })).toEqual([
    "apigateway:GET arn:aws:apigateway:us-east-1::/restapis/a1b2c3/stages/prod",
  ]);
});

test("paths of HTTP APIs lose the version at their beginning and nothing else", () => {
  expect(permitsOf(httpApis)("GetStage", { ApiId: "v2", StageName: "v2" })).toEqual([
    "apigateway:GET arn:aws:apigateway:us-east-1::/apis/v2/stages/v2",
  ]);
});

test("tagging needs its own action only where the request has tags", () => {
  const permits = permitsOf(restApis);
  expect(permits("CreateApiKey", { name: "k" })).toEqual(["apigateway:POST arn:aws:apigateway:us-east-1::/apikeys"]);
  expect(permits("CreateApiKey", { name: "k", tags: { a: "b" } })).toContain(
    "apigateway:PUT arn:aws:apigateway:us-east-1::/tags/*",
  );
});

test("a domain name without an id is not private", () => {
  expect(permitsOf(restApis)("GetDomainName", { domainName: "api.example.com" })).toEqual([
    "apigateway:GET arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
  ]);
});
