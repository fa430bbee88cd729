import { expect, test } from "vitest";
import { createApiDirectory, formProtocol } from "../../src/decode/api-directory.ts";
import { requestView } from "../../src/decode/request-view.ts";
import type { Signature } from "../../src/decode/sigv4/signature.ts";
import { type WireOperation, wireOperationOfHead } from "../../src/decode/wire-operation.ts";
import { apiIndex } from "../support/api-models.ts";
import { rawRequest } from "../support/raw-request.ts";

const INDEX = apiIndex(
  { client: "store", endpointPrefix: "store", protocols: ["rest-xml"], legacySignature: "v2-storage" },
  { client: "store-control", signingName: "store", endpointPrefix: "store-control", protocols: ["rest-xml"] },
  { client: "olddb", protocols: ["query"], apiVersion: "2009-04-15", legacySignature: "v2" },
  { client: "pools", targetPrefix: "PoolService", endpointPrefix: "pools.idp" },
);

const ADDRESSING = {
  sdkId: "store",
  signingNames: ["store-express"],
  hosts: [{ form: "{Bucket+}.store", binds: { Bucket: ["{Bucket}"] }, holds: "Bucket" }, { form: "store" }],
} as const;

const directory = createApiDirectory(INDEX, (sdkId) => (sdkId === "store" ? ADDRESSING : undefined));

const scoped = (signingName: string): Signature => ({
  kind: "scoped",
  auth: "sigv4",
  accessKeyId: "K",
  region: "us-east-1",
  signingName,
});

const NONE: Signature = { kind: "none", auth: "none" };

const view = (host: string, more = "") => requestView(rawRequest(`POST / HTTP/1.1\nHost: ${host}\n${more}`));
const clients = (signature: Signature, host: string, more = "") => {
  const seen = view(host, more);
  return directory.candidates(signature, wireOperationOfHead(seen), seen).map(({ client }) => client);
};

test("the signing name decides, whatever the host is", () => {
  expect(clients(scoped("store"), "pools.idp.us-east-1.amazonaws.com")).toEqual(["store", "store-control"]);
  expect(clients(scoped("nothing"), "store.amazonaws.com")).toEqual([]);
});

test("an API is also called under the signing names of its record", () => {
  expect(clients(scoped("store-express"), "localhost")).toEqual(["store"]);
});

test("version 2 signatures stand for the APIs that still take them", () => {
  const legacy = (family: "storage" | "query"): Signature => ({
    kind: "legacy",
    auth: "sigv2",
    accessKeyId: "K",
    family,
  });
  expect(clients(legacy("storage"), "localhost")).toEqual(["store"]);
  expect(clients(legacy("query"), "localhost")).toEqual(["olddb"]);
});

test("without a signature the target tells, then the host", () => {
  expect(clients(NONE, "localhost", "X-Amz-Target: PoolService.SignUp")).toEqual(["pools"]);
  expect(clients(NONE, "pools.idp.eu-west-1.amazonaws.com")).toEqual(["pools"]);
  expect(clients(NONE, "my-bucket.store.us-east-1.amazonaws.com")).toEqual(["store"]);
  expect(clients(NONE, "localhost")).toEqual([]);
});

test("without a signature the version of a form tells", () => {
  const action: WireOperation = { kind: "action", operation: "Select", version: "2009-04-15", parameters: [] };
  expect(directory.named(action, view("localhost")).map(({ client }) => client)).toEqual(["olddb"]);
});

test("a host fits the API whose form or name it carries", () => {
  const fitOf = (client: string, host: string) => directory.hostFit(INDEX.load(client), host);
  expect(fitOf("store", "my-bucket.store.us-east-1.amazonaws.com")).toBe(3);
  expect(fitOf("store", "store-control.us-east-1.amazonaws.com")).toBe(0);
  expect(fitOf("store-control", "store-control.us-east-1.amazonaws.com")).toBe(2);
  expect(fitOf("store-control", "localhost")).toBe(0);
  expect(directory.hostFit(INDEX.load("pools"), "data-pools.idp.us-east-1.amazonaws.com", "data-")).toBe(3);
});

test("reads a host only by the forms of that API", () => {
  expect(directory.readHost("store", "a.store.amazonaws.com")?.values.get("Bucket")).toBe("a");
  expect(directory.readHost("pools", "a.store.amazonaws.com")).toBeUndefined();
});

test("knows the protocol that names operations in forms", () => {
  expect(formProtocol(["json", "query"])).toBe("query");
  expect(formProtocol(["ec2"])).toBe("ec2");
  expect(formProtocol(["rest-json"])).toBeUndefined();
});
