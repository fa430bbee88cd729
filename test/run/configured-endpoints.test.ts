import { describe, expect, test } from "vitest";
import { configuredEndpoints, endpointConfig, endpointVariables } from "../../src/run/configured-endpoints.ts";

const CONFIG = `# mine
[default]
region = us-east-1
endpoint_url = http://localhost:4566
services = local

[services local]
s3 =
  endpoint_url = http://127.0.0.1:9000/minio   ; MinIO
dynamodb =
  endpoint_url = https://db.internal

[profile other]
endpoint_url=http://[::1]:8000
`;

describe("what is configured", () => {
  test.each([
    ["for all clients", { AWS_ENDPOINT_URL: "http://localhost:4566" }, ["localhost:4566"], []],
    ["for one API", { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:8000/" }, ["127.0.0.1:8000"], []],
    ["with TLS", { AWS_ENDPOINT_URL: "https://localhost.localstack.cloud" }, ["localhost.localstack.cloud:443"], []],
    ["by the unspecified address", { AWS_ENDPOINT_URL: "http://0.0.0.0:4566" }, ["127.0.0.1:4566"], []],
    [
      "twice",
      { AWS_ENDPOINT_URL_S3: "http://localhost:1", AWS_ENDPOINT_URL_SQS: "http://LOCALHOST:1/x" },
      ["localhost:1"],
      [],
    ],
    ["elsewhere", { AWS_ENDPOINT_URL: "http://minio:9000" }, [], ["minio:9000"]],
    ["elsewhere with TLS", { AWS_ENDPOINT_URL: "https://minio" }, [], []],
    ["that is no URL", { AWS_ENDPOINT_URL: "localhost:4566" }, [], []],
    ["in another variable", { AWS_ENDPOINT_URLS: "http://localhost:1" }, [], []],
    [
      "that the user ignores",
      { AWS_ENDPOINT_URL: "http://localhost:1", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "True" },
      [],
      [],
    ],
  ])("an endpoint %s", (_title, user, onThisMachine, elsewhere) => {
    expect(configuredEndpoints(user, "")).toEqual({ onThisMachine, elsewhere });
  });

  test("endpoints of profiles and of single APIs", () => {
    expect(configuredEndpoints({}, CONFIG)).toEqual({
      onThisMachine: ["localhost:4566", "127.0.0.1:9000", "[::1]:8000"],
      elsewhere: [],
    });
  });
});

describe("our ports in their place", () => {
  const ports = new Map([
    ["localhost:4566", 1],
    ["127.0.0.1:9000", 2],
    ["[::1]:8000", 3],
  ]);

  test("in variables the name stays, and so does the path", () => {
    const user = {
      AWS_ENDPOINT_URL: "http://localhost:4566/stage?x=1",
      AWS_ENDPOINT_URL_S3: "https://[::1]:8000",
      AWS_ENDPOINT_URL_SQS: "http://localhost:7777",
      PATH: "/bin",
    };
    expect(endpointVariables(user, ports)).toEqual({
      AWS_ENDPOINT_URL: "http://localhost:1/stage?x=1",
      AWS_ENDPOINT_URL_S3: "https://127.0.0.1:3",
    });
    expect(endpointVariables({ ...user, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" }, ports)).toEqual({});
  });

  test("in the configuration file nothing else changes", () => {
    expect(endpointConfig(CONFIG, ports)).toBe(
      CONFIG.replace("localhost:4566", "localhost:1")
        .replace("127.0.0.1:9000/minio", "127.0.0.1:2/minio")
        .replace("[::1]:8000", "127.0.0.1:3"),
    );
  });

  test("a file without such endpoints needs no other", () => {
    expect(endpointConfig("[default]\nregion = us-east-1\nendpoint_url = http://minio:9000\n", ports)).toBeUndefined();
  });
});
