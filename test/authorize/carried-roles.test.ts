import { expect, test } from "vitest";
import { authorizeCalls } from "../../src/authorize/authorize-calls.ts";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Learned } from "../../src/decode/api-call.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall } from "../services/example-call.ts";

const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });
const ROLE = "arn:aws:iam::123456789012:role";
const PROFILE = "arn:aws:iam::123456789012:instance-profile";
const TASK = "arn:aws:ecs:us-east-1:123456789012:task-definition";

type Step = readonly [sdkId: string, operation: string, input: object];

/** The roles that the last call of a run passes. */
function passed(steps: readonly Step[], learned: readonly Learned[] = []) {
  const calls = steps.map(([sdkId, operation, input]) => {
    const signingName = apiIndex().withSdkId(sdkId)?.signingName ?? "";
    return {
      call: operation,
      placed: exampleCall({ input: { ...input }, permits: [] }, { sdkId, operation, signingName }),
    };
  });
  const permissions = authorizeCalls(authorize, calls, learned).at(-1)?.permissions ?? [];
  return permissions.filter(({ origin }) => origin === "pass-role").flatMap(({ resources }) => resources);
}

const inside = (of: string, ...roles: readonly string[]): Learned[] =>
  roles.map((role) => ({ kind: "role", role, of }));
const runs = (taskDefinition: string): Step => ["ECS", "RunTask", { taskDefinition }];
const launches = (IamInstanceProfile: object): Step => [
  "EC2",
  "AssociateIamInstanceProfile",
  { IamInstanceProfile, InstanceId: "i-1" },
];
const OPEN = [`${ROLE}/*`];

test("a task definition that an answer has shown tells its roles, to a run without a revision those of the latest", () => {
  const learned = [
    ...inside(`${TASK}/web:9`, `${ROLE}/old`),
    ...inside(`${TASK}/web:10`, `${ROLE}/app/web`, `${ROLE}/pulls`),
    ...inside(`${TASK}/web-admin:11`, `${ROLE}/admin`),
  ];
  expect(passed([runs("web:9")], learned)).toEqual([`${ROLE}/old`]);
  expect(passed([runs("web")], learned)).toEqual([`${ROLE}/app/web`, `${ROLE}/pulls`]);
  expect(passed([runs(`${TASK}/web:10`)], learned)).toEqual([`${ROLE}/app/web`, `${ROLE}/pulls`]);
  expect(passed([runs("web:8")], learned)).toEqual(OPEN);
});

test("a task definition without roles passes none", () => {
  expect(passed([runs("web:3")], inside(`${TASK}/web:3`, ""))).toEqual([]);
});

test("an instance profile that an answer has shown tells its role, by name and by ARN", () => {
  const learned = inside(`${PROFILE}/app/web`, `${ROLE}/app/web`);
  expect(passed([launches({ Name: "web" })], learned)).toEqual([`${ROLE}/app/web`]);
  expect(passed([launches({ Arn: `${PROFILE}/app/web` })], learned)).toEqual([`${ROLE}/app/web`]);
  expect(passed([launches({ Arn: `${PROFILE.replace("123456789012", "210987654321")}/app/web` })], learned)).toEqual([
    "arn:aws:iam::210987654321:role/*",
  ]);
});

const FILLS: Step = ["IAM", "AddRoleToInstanceProfile", { InstanceProfileName: "web", RoleName: "web" }];
const MADE: Learned = { kind: "created", resource: `${ROLE}/app/web`, by: "CreateRole" };

test("a role that the run puts into a profile is behind it, once its path is known", () => {
  expect(passed([launches({ Name: "web" }), FILLS, launches({ Name: "web" })], [MADE])).toEqual([`${ROLE}/app/web`]);
  expect(passed([FILLS, launches({ Name: "web" })])).toEqual(OPEN);
});

test("a launch template passes what is behind its profile, or nothing where it has none", () => {
  const makes = (LaunchTemplateData: object): Step => [
    "EC2",
    "CreateLaunchTemplate",
    { LaunchTemplateName: "lt", LaunchTemplateData },
  ];
  const launch: Step = ["EC2", "RunInstances", { LaunchTemplate: { LaunchTemplateName: "lt" } }];
  expect(passed([launch])).toEqual(OPEN);
  expect(passed([makes({ ImageId: "ami-1" }), launch])).toEqual([]);
  expect(passed([makes({ IamInstanceProfile: { Name: "web" } }), launch])).toEqual(OPEN);
  expect(passed([FILLS, makes({ IamInstanceProfile: { Name: "web" } }), launch], [MADE])).toEqual([`${ROLE}/app/web`]);
});
