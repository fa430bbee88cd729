import { expect, test } from "vitest";
import { configuredHttpAuthorities } from "../../src/run/hook-variables.ts";

test.each([
  ["for all clients", { AWS_ENDPOINT_URL: "http://localhost:4566" }, ["localhost:4566"]],
  ["for one client", { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:8000/" }, ["127.0.0.1:8000"]],
  ["without a port", { AWS_ENDPOINT_URL: "http://minio.test" }, ["minio.test:80"]],
  ["on IPv6", { AWS_ENDPOINT_URL: "http://[::1]:4566" }, ["[::1]:4566"]],
  ["twice the same", { AWS_ENDPOINT_URL_S3: "http://h:1", AWS_ENDPOINT_URL_SQS: "http://h:1/x" }, ["h:1"]],
  ["with https", { AWS_ENDPOINT_URL: "https://localhost:4566" }, []],
  ["that is no URL", { AWS_ENDPOINT_URL: "http://" }, []],
  ["empty", { AWS_ENDPOINT_URL: "" }, []],
  ["in another variable", { AWS_ENDPOINT_URLS: "http://localhost:4566" }, []],
  [
    "that the user has switched off",
    { AWS_ENDPOINT_URL: "http://localhost:4566", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "True" },
    [],
  ],
])("reads an endpoint %s", (_title, user, expected) => {
  expect(configuredHttpAuthorities(user)).toEqual(expected);
});
