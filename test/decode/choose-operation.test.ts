import { expect, test } from "vitest";
import { createApiDirectory } from "../../src/decode/api-directory.ts";
import { createOperationChooser } from "../../src/decode/choose-operation.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { readSignature } from "../../src/decode/sigv4/signature.ts";
import { wireOperationOfHead } from "../../src/decode/wire-operation.ts";
import { type ApiSketch, apiIndex } from "../support/api-models.ts";
import { rawRequest, signed } from "../support/raw-request.ts";

const SHARED = { protocols: ["query"], apiVersion: "2014-10-31", signingName: "rds", endpointPrefix: "rds" } as const;

const SKETCHES: readonly ApiSketch[] = [
  { client: "docdb", ...SHARED, operations: [{ name: "CreateDBCluster" }] },
  { client: "neptune", ...SHARED, operations: [{ name: "CreateDBCluster" }] },
  { client: "rds", ...SHARED, operations: [{ name: "CreateDBCluster" }, { name: "CreateDBInstance" }] },
  {
    client: "control",
    signingName: "models",
    endpointPrefix: "models",
    protocols: ["rest-json"],
    operations: [{ name: "ListAgents", path: "/agents" }],
  },
  {
    client: "runtime",
    signingName: "models",
    endpointPrefix: "models-runtime",
    protocols: ["rest-json"],
    operations: [
      { name: "RunAgents", path: "/agents" },
      { name: "ListRuns", path: "/agents/{Id}/runs" },
    ],
  },
  {
    client: "portal",
    protocols: ["rest-json"],
    operations: [
      { name: "Login", path: "/login", auth: "none" },
      { name: "Manage", path: "/manage" },
    ],
  },
];

const apis = apiIndex(...SKETCHES);
const directory = createApiDirectory(apis, () => undefined);
const choose = createOperationChooser({ apis, directory, addressing: () => undefined });

function chosen(text: string) {
  const view = requestView(rawRequest(text));
  const found = choose({ view, signature: readSignature(view), wire: wireOperationOfHead(view) });
  return found.kind === "none" ? found : `${found.model.client}:${found.operation.name}`;
}

const RDS = `HTTP/1.1\nHost: rds.us-east-1.amazonaws.com\n${signed("us-east-1/rds")}`;

test("of equal operations that of the signing name's namesake is taken, the others stay alternatives", () => {
  const view = requestView(rawRequest(`GET /?Action=CreateDBCluster&Version=2014-10-31 ${RDS}`));
  const found = choose({ view, signature: readSignature(view), wire: wireOperationOfHead(view) });
  expect(found).toMatchObject({
    kind: "chosen",
    model: { client: "rds" },
    alternatives: [{ model: { client: "docdb" } }, { model: { client: "neptune" } }],
  });
});

test("of equal operations that of the client which the sender names is taken", () => {
  const agent = "User-Agent: aws-sdk-js/3.758.0 os/linux lang/js api/neptune#3.758.0 m/E,T";
  expect(chosen(`GET /?Action=CreateDBCluster&Version=2014-10-31 ${RDS}\n${agent}`)).toBe("neptune:CreateDBCluster");
  expect(chosen(`GET /?Action=CreateDBInstance&Version=2014-10-31 ${RDS}\n${agent}`)).toBe("rds:CreateDBInstance");
});

test("the host decides between APIs whose paths are the same", () => {
  const at = (host: string) => chosen(`POST /agents HTTP/1.1\nHost: ${host}\n${signed("us-east-1/models")}`);
  expect(at("models.us-east-1.amazonaws.com")).toBe("control:ListAgents");
  expect(at("models-runtime-fips.us-east-1.amazonaws.com")).toBe("runtime:RunAgents");
  expect(at("localhost")).toEqual({ kind: "none", reason: "ambiguous-operation", detail: "ListAgents or RunAgents" });
});

test("an operation of another host is none on a host that is an API's own", () => {
  const at = (host: string) => chosen(`POST /agents/7/runs HTTP/1.1\nHost: ${host}\n${signed("us-east-1/models")}`);
  expect(at("models-runtime.us-east-1.amazonaws.com")).toBe("runtime:ListRuns");
  expect(at("localhost")).toBe("runtime:ListRuns");
  expect(at("models.us-east-1.amazonaws.com")).toEqual({ kind: "none", reason: "unknown-operation" });
});

test("a request without a signature is only what the model sends without one", () => {
  const at = (path: string) => chosen(`POST ${path} HTTP/1.1\nHost: portal.us-east-1.amazonaws.com`);
  expect(at("/login")).toBe("portal:Login");
  expect(at("/manage")).toEqual({ kind: "none", reason: "unsigned" });
});

test("an unknown signing name is told from an unknown operation", () => {
  const at = (name: string, line: string) =>
    chosen(`${line} HTTP/1.1\nHost: localhost\n${signed(`us-east-1/${name}`)}`);
  expect(at("nothing", "GET /x")).toEqual({ kind: "none", reason: "unknown-endpoint" });
  expect(at("models", "GET /x")).toEqual({ kind: "none", reason: "unknown-operation" });
  expect(at("rds", "GET /?Action=Nonsense&Version=2014-10-31")).toEqual({
    kind: "none",
    reason: "unknown-operation",
    detail: "Nonsense",
  });
  expect(at("rds", "GET /?Action=%3Cscript%3E&Version=2014-10-31")).toMatchObject({ detail: "unreadable name" });
});

test("a wrong signing name does not hide an operation that the host names", () => {
  const host = "models-runtime.us-east-1.amazonaws.com";
  expect(chosen(`POST /agents HTTP/1.1\nHost: ${host}\n${signed("us-east-1/renamed")}`)).toBe("runtime:RunAgents");
});
