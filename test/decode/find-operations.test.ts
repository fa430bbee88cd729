import { expect, test } from "vitest";
import { createApiDirectory } from "../../src/decode/api-directory.ts";
import { type FindingContext, findByName, findByPath } from "../../src/decode/find-operations.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { readSignature } from "../../src/decode/sigv4/signature.ts";
import { wireOperationOfHead } from "../../src/decode/wire-operation.ts";
import { type ApiSketch, apiIndex } from "../support/api-models.ts";
import { rawRequest, signed } from "../support/raw-request.ts";

const SKETCHES: readonly ApiSketch[] = [
  { client: "tables", targetPrefix: "Tables_2012", operations: [{ name: "ListTables" }] },
  { client: "streams", signingName: "tables", targetPrefix: "Streams_2012", operations: [{ name: "ListStreams" }] },
  { client: "oldtables", signingName: "tables", apiVersion: "2010-01-01", operations: [{ name: "ListTables" }] },
  {
    client: "sockets",
    protocols: ["rest-json"],
    operations: [{ name: "Post", path: "/@connections/{Id}" }],
  },
  {
    client: "store",
    protocols: ["rest-xml"],
    operations: [
      { name: "ListBuckets", method: "GET" },
      { name: "ListDirectories", method: "GET" },
      { name: "GetObject", method: "GET", path: "/{Bucket}/{Key+}" },
      { name: "ListObjects", method: "GET", path: "/{Bucket}" },
    ],
  },
];

const RECORDS = [
  { sdkId: "sockets", basePath: "StageName" },
  {
    sdkId: "store",
    signingNames: ["store-express"],
    hosts: [{ form: "{Bucket+}.store", binds: { Bucket: ["{Bucket}"] }, holds: "Bucket" }],
    signedAs: { ListDirectories: "store-express" },
  },
] as const;

const apis = apiIndex(...SKETCHES);
const addressing = (sdkId: string) => RECORDS.find((record) => record.sdkId === sdkId);
const context: FindingContext = {
  apis,
  addressing,
  directory: createApiDirectory(apis, addressing),
  tables: new Map(),
};

function find(text: string) {
  const view = requestView(rawRequest(text));
  const request = { view, signature: readSignature(view), wire: wireOperationOfHead(view) };
  const entries = context.directory.candidates(request.signature, request.wire, view);
  const found =
    request.wire.kind === "rest" ? findByPath(context, entries, request) : findByName(context, entries, request);
  return found.map(({ chosen, ownSignature }) => ({
    name: `${chosen.model.client}:${chosen.operation.name}`,
    protocol: chosen.protocol,
    ...(Object.keys(chosen.labels).length === 0 ? {} : { labels: chosen.labels }),
    ...(chosen.basePath === undefined || chosen.basePath === "" ? {} : { basePath: chosen.basePath }),
    ...(ownSignature ? { ownSignature } : {}),
  }));
}

const TABLES = signed("us-east-1/tables");

test("the target's prefix tells apart APIs of one signing name", () => {
  expect(find(`POST / HTTP/1.1\nHost: h\n${TABLES}\nX-Amz-Target: Streams_2012.ListStreams`)).toEqual([
    { name: "streams:ListStreams", protocol: "json" },
  ]);
});

test("an unknown prefix leaves all APIs of the signing name that have the operation", () => {
  expect(
    find(`POST / HTTP/1.1\nHost: h\n${TABLES}\nX-Amz-Target: Tables_2099.ListTables`).map(({ name }) => name),
  ).toEqual(["tables:ListTables", "oldtables:ListTables"]);
});

test("the path of rpc-v2-cbor names the operation", () => {
  const path = "/service/Tables_2012/operation/ListTables";
  expect(find(`POST ${path} HTTP/1.1\nHost: h\n${TABLES}\nSmithy-Protocol: rpc-v2-cbor`)).toEqual([
    { name: "tables:ListTables", protocol: "rpc-v2-cbor" },
  ]);
});

test("a form of an API whose model has no forms any more is a query", () => {
  expect(find(`GET /?Action=ListTables&Version=2010-01-01 HTTP/1.1\nHost: h\n${TABLES}`)).toEqual([
    { name: "oldtables:ListTables", protocol: "query" },
  ]);
});

test("the label that the host holds is missing in the path", () => {
  const STORE = signed("us-east-1/store");
  const inHost = find(`GET /a/b HTTP/1.1\nHost: my-bucket.store.amazonaws.com\n${STORE}`);
  expect(inHost).toMatchObject([{ name: "store:GetObject", labels: { Key: "a/b" } }]);
  const inPath = find(`GET /a/b HTTP/1.1\nHost: localhost\n${STORE}`);
  expect(inPath).toMatchObject([{ name: "store:GetObject", labels: { Bucket: "a", Key: "b" } }]);
  expect(find(`GET / HTTP/1.1\nHost: my-bucket.store.amazonaws.com\n${STORE}`).map(({ name }) => name)).toEqual([
    "store:ListObjects",
  ]);
});

test("an operation that has a signing name of its own exists under no other", () => {
  const at = (name: string) => find(`GET / HTTP/1.1\nHost: localhost\n${signed(`us-east-1/${name}`)}`);
  expect(at("store").map(({ name }) => name)).toEqual(["store:ListBuckets"]);
  expect(at("store-express")).toMatchObject([
    { name: "store:ListBuckets" },
    { name: "store:ListDirectories", ownSignature: true },
  ]);
});

test("an endpoint's own path is taken off where the API has such", () => {
  const SOCKETS = signed("us-east-1/sockets");
  expect(find(`POST /prod/%40connections/abc HTTP/1.1\nHost: h\n${SOCKETS}`)).toEqual([
    { name: "sockets:Post", protocol: "rest-json", labels: { Id: "abc" }, basePath: "prod" },
  ]);
  expect(find(`POST /a/b/c/d/e/@connections/abc HTTP/1.1\nHost: h\n${SOCKETS}`)).toEqual([]);
});
