import { expect, test } from "vitest";
import executeApi from "../../src/services/execute-api.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(executeApi);
const API = "arn:aws:execute-api:us-east-1:123456789012:a1b2c3";

test("the root of a stage has an empty path", () => {
  expect(permits("InvokeGet", { ApiId: "a1b2c3", Path: "prod" })).toEqual([
    `execute-api:Invoke ${API}/$default/GET/prod + ${API}/prod/GET/`,
  ]);
});

test("stars in a path stand for themselves", () => {
  expect(permits("InvokePut", { ApiId: "a1b2c3", Path: "prod/a*" })).toEqual([
    `execute-api:Invoke ${API}/$default/PUT/prod/a\${*} + ${API}/prod/PUT/a\${*}`,
  ]);
});

test("an answer that may be a minute old leaves the cache alone", () => {
  expect(permits("InvokeGetRoot", { ApiId: "a1b2c3", CacheControl: "max-age=60" })).toHaveLength(1);
});

test("a custom domain leaves the API open", () => {
  expect(permits("InvokeGetRoot", {})).toEqual([
    "execute-api:Invoke arn:aws:execute-api:us-east-1:123456789012:*/$default/GET/",
  ]);
});
