import { expect, test } from "vitest";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { SERVICE_PREFIXES, servicePrefixOf } from "../../src/services/service-prefixes.ts";

const { entries } = openApiIndex();
const { servicePrefixes } = openAuthorizationIndex();

/** APIs that AWS has closed, and some that are newer than the reference. */
const WITHOUT_ACTIONS = ["application-cost-profiler", "continuum", "end-user-messaging", "iotthingsgraph", "osm"];

test("every API has an IAM prefix that the reference knows", () => {
  const unknown = entries
    .filter(({ signingName }) => !servicePrefixes.has(servicePrefixOf(signingName)))
    .map(({ signingName }) => signingName);
  expect([...new Set(unknown)].sort()).toEqual(WITHOUT_ACTIONS);
});

test("no override says what the signing name says already, or speaks of a signing name that no API has", () => {
  const signingNames = new Set(entries.map(({ signingName }) => signingName.toLowerCase()));
  const idle = Object.entries(SERVICE_PREFIXES).filter(([name, prefix]) => name === prefix || !signingNames.has(name));
  expect(idle).toEqual([]);
});

test("compares signing names without case", () => {
  expect(servicePrefixOf("IoTSecuredTunneling")).toBe("iot");
  expect(servicePrefixOf("DynamoDB")).toBe("dynamodb");
});

test("a signing name that nobody knows is its own prefix", () => {
  expect(["weather", "constructor"].map(servicePrefixOf)).toEqual(["weather", "constructor"]);
});
