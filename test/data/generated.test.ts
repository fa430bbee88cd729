/** The committed data as a whole: its size, and that every line of it can be read. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { MemberModel } from "../../src/data/api-index.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";

const GENERATED = join(import.meta.dirname, "../../src/data/generated");
const apis = openApiIndex();
const authorization = openAuthorizationIndex();
const operations = apis.entries.flatMap(({ client }) =>
  [...apis.load(client).operations.values()].map((operation) => ({ client, operation })),
);

const filesIn = (folder: string): string[] =>
  readdirSync(join(GENERATED, folder)).filter((name) => name !== "index.json");

function* everyMember(members: readonly MemberModel[], above = ""): Generator<{ path: string; member: MemberModel }> {
  for (const member of members) {
    yield { path: `${above}${member.name}`, member };
    yield* everyMember(member.members ?? [], `${above}${member.name}.`);
  }
}

const allMembers = operations.flatMap(({ client, operation }) =>
  [...everyMember(operation.members)].map((found) => ({ ...found, at: `${client}:${operation.name}.${found.path}` })),
);

test("the generated tree is at most 6 MB", () => {
  const bytes = readdirSync(GENERATED, { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(GENERATED, path)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);

  expect(bytes).toBeLessThan(6_000_000);
});

test("every entry of the index has its file, and every file its entry", () => {
  expect(filesIn("api").sort()).toEqual(apis.entries.map(({ client }) => `${client}.json`).sort());
  expect(filesIn("authorization").sort()).toEqual(
    [...authorization.servicePrefixes].map((prefix) => `${prefix}.json`).sort(),
  );
});

test("all of AWS is in", () => {
  expect(apis.entries.length).toBeGreaterThanOrEqual(439);
  expect(operations.length).toBeGreaterThanOrEqual(19_796);
  expect(authorization.servicePrefixes.size).toBeGreaterThanOrEqual(456);
});

test("every operation can be read", () => {
  const unreadable = operations.filter(
    ({ operation: { method, path } }) => !/^(?:GET|PUT|POST|DELETE|HEAD|PATCH)$/.test(method) || !path.startsWith("/"),
  );

  expect(unreadable).toEqual([]);
  expect(allMembers.filter(({ member }) => !/^[\w.-]+$/.test(member.name))).toEqual([]);
});

test("every label of a path is a member that fills it", () => {
  const unfilled = operations.flatMap(({ client, operation: { name, path, members } }) => {
    const filled = new Set(members.filter(({ location }) => location === "uri").map(({ wireName }) => wireName));
    const labels = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, label = ""]) => label);
    return labels.filter((label) => !filled.has(label)).map((label) => `${client}:${name} {${label}}`);
  });

  expect(unfilled).toEqual([]);
});

test("every label of a host prefix is a member that says so", () => {
  const unfilled = operations.flatMap(({ client, operation: { name, hostPrefix = "", members } }) =>
    [...hostPrefix.matchAll(/\{(\w+)\}/g)]
      .filter(([, label]) => members.find((member) => member.name === label)?.hostLabel !== true)
      .map(([label]) => `${client}:${name} ${label}`),
  );

  // S3's request route is a parameter of its endpoint, not of its input's host labels.
  expect(unfilled.filter((found) => !found.startsWith("s3:"))).toEqual([]);
});

test("nothing sensitive is kept, and no structure as a whole", () => {
  const wrong = allMembers.filter(({ member }) => member.keep && (member.sensitive || member.type === "structure"));

  expect(wrong.map(({ at }) => at)).toEqual([]);
});

test("no password, token, body or environment is kept", () => {
  const secret =
    /\.(?:\w*Password|\w*SecretString|\w*Token|body|Body|messageBody|MessageBody|Message|UserData|Payload)$/;
  const environment = /\.(?:environment|Environment)\w*(?:\.\w+)*\.(?:value|Value|key|Key)$/;
  const wrong = allMembers.filter(
    ({ at, member }) => member.keep && member.type === "string" && (secret.test(at) || environment.test(at)),
  );

  expect(wrong.map(({ at }) => at)).toEqual([]);
});

test("every rpc-v2-cbor and json API has a target prefix", () => {
  const lacking = apis.entries.filter(
    ({ protocols, targetPrefix }) =>
      (protocols.includes("rpc-v2-cbor") || protocols.includes("json")) && targetPrefix === undefined,
  );

  expect(lacking.map(({ client }) => client)).toEqual([]);
});

test("every action can be read and names resource types that exist", () => {
  const wrong = [...authorization.servicePrefixes].flatMap((prefix) => {
    const model = authorization.load(prefix);
    return [...(model?.actions.values() ?? [])].flatMap(({ name, resourceTypes }) =>
      resourceTypes
        .filter((type) => model?.resourceTypes.get(type.name) === undefined)
        .map((type) => `${prefix}:${name} ${type.name}`),
    );
  });

  expect(wrong).toEqual([]);
});

test("every ARN template is one ARN", () => {
  const wrong = [...authorization.servicePrefixes].flatMap((prefix) =>
    [...(authorization.load(prefix)?.resourceTypes.values() ?? [])].flatMap(({ name, arns }) =>
      arns.filter((arn) => !/^(?:arn:[^,\s]+|\*)$/.test(arn)).map((arn) => `${prefix}/${name} ${arn}`),
    ),
  );

  expect(wrong).toEqual([]);
});
