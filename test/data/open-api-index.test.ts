import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { tempDir } from "../support/temp-dir.ts";

const shipped = openApiIndex();

function ownIndex(): ReturnType<typeof openApiIndex> {
  const directory = join(tempDir(), "api");
  mkdirSync(directory);
  const entry = { sdkId: "Widgets", signingName: "widgets", endpointPrefix: "widgets", protocols: ["json"] };
  writeFileSync(
    join(directory, "index.json"),
    JSON.stringify([{ client: "widgets", apiVersion: "2026-01-01", ...entry }]),
  );
  writeFileSync(join(directory, "widgets.json"), JSON.stringify({ GetWidget: "|Name!*" }));
  return openApiIndex(pathToFileURL(`${directory}/`));
}

test("finds every API that shares a signing name", () => {
  const clients = shipped.withSigningName("elasticloadbalancing").map(({ client, apiVersion }) => [client, apiVersion]);

  expect(clients).toEqual([
    ["elb", "2012-06-01"],
    ["elbv2", "2015-12-01"],
  ]);
});

test("finds an API by its target prefix and by its sdkId", () => {
  expect(shipped.withTargetPrefix("DynamoDB_20120810").map(({ client }) => client)).toEqual(["dynamodb"]);
  expect(shipped.withSdkId("DynamoDB Streams")?.client).toBe("dynamodbstreams");
});

test("an unknown name finds nothing", () => {
  expect(shipped.withSigningName("nothing")).toEqual([]);
  expect(shipped.withTargetPrefix("Nothing")).toEqual([]);
  expect(shipped.withSdkId("Nothing")).toBeUndefined();
  expect(() => shipped.load("nothing")).toThrow("no API model named `nothing`");
});

test("a loaded model carries its entry and is the same on every call", () => {
  const index = ownIndex();

  const model = index.load("widgets");

  expect(model.sdkId).toBe("Widgets");
  expect(model.operations.get("GetWidget")?.members.map(({ name }) => name)).toEqual(["Name"]);
  expect(index.load("widgets")).toBe(model);
});

test("reads no model before it is asked", () => {
  const directory = tempDir();
  writeFileSync(join(directory, "index.json"), JSON.stringify([{ client: "absent", sdkId: "Absent" }]));

  const index = openApiIndex(pathToFileURL(`${directory}/`));

  expect(index.entries).toHaveLength(1);
  expect(() => index.load("absent")).toThrow("ENOENT");
});
