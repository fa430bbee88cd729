import { describe, expect, test } from "vitest";
import { isPassedRole, passedTo, readsWithRole } from "../../src/services/pass-role.ts";

const ROLE = "arn:aws:iam::123456789012:role/app";

const candidate = (sdkId: string, member: string, arn = ROLE) => ({ sdkId, operation: "CreateThing", member, arn });

describe("a role is passed", () => {
  test.each(["Role", "roleArn", "ExecutionRoleARN", "IamFleetRole", "serviceRole", "credentials"])(
    "in %s",
    (member) => {
      expect(isPassedRole(candidate("Glue", member))).toBe(true);
    },
  );
});

test("an API that is named like what every object has is one like others", () => {
  expect(isPassedRole(candidate("constructor", "roleArn"))).toBe(true);
});

describe("a role is not passed", () => {
  test.each(["Principal", "GranteePrincipal", "ResourceArn", "principalArn", "IamUserArn", "Arn"])(
    "in %s",
    (member) => {
      expect(isPassedRole(candidate("Glue", member))).toBe(false);
    },
  );

  test.each(["STS", "IAM", "RAM"])("by %s, which manages or assumes roles", (sdkId) => {
    expect(isPassedRole(candidate(sdkId, "RoleArn"))).toBe(false);
  });

  test.each([
    ["EMR", "AddJobFlowSteps", "ExecutionRoleArn"],
    ["EMR containers", "GetManagedEndpointSessionCredentials", "executionRoleArn"],
    ["DataZone", "DisassociateEnvironmentRole", "environmentRoleArn"],
    ["IoT", "CreateAuditSuppression", "iamRoleArn"],
    ["RUM", "CreateAppMonitor", "GuestRoleArn"],
    ["SecurityHub", "BatchImportFindings", "ServiceRole"],
    ["License Manager", "CreateToken", "RoleArns"],
    ["fis", "CreateTargetAccountConfiguration", "roleArn"],
    ["AccessAnalyzer", "ValidatePolicy", "roleArn"],
  ])("where %s %s only names it", (sdkId, operation, member) => {
    expect(isPassedRole({ ...candidate(sdkId, member), operation })).toBe(false);
  });

  test.each(["arn:aws:iam::123456789012:instance-profile/a", "arn:aws:iam::123456789012:user/a", "role/a"])(
    "where the value is %s",
    (arn) => {
      expect(isPassedRole(candidate("Glue", "RoleArn", arn))).toBe(false);
    },
  );
});

test("knows to whom, by API, operation and member", () => {
  expect(passedTo(candidate("Glue", "Role"))).toEqual(["glue.amazonaws.com"]);
  expect(passedTo({ ...candidate("ECS", "taskRoleArn"), operation: "RegisterTaskDefinition" })).toEqual([
    "ecs-tasks.amazonaws.com",
  ]);
  expect(passedTo(candidate("EKS", "nodeRoleArn"))).toEqual(["ec2.amazonaws.com"]);
});

test("tells several parts of one call by their member", () => {
  const to = (member: string) => passedTo({ ...candidate("Backup", member), operation: "StartScanJob" });
  expect(to("IamRoleArn")).toEqual(["backup.amazonaws.com"]);
  expect(to("ScannerRoleArn")).toEqual(["malware-protection.guardduty.amazonaws.com"]);
});

test("knows calls that read with a role", () => {
  expect(readsWithRole("CloudControl", "GetResource")).toBe(true);
  expect(readsWithRole("CloudControl", "ListTypes")).toBe(false);
  expect(readsWithRole("constructor", "GetResource")).toBe(false);
});

test("does not know where AWS's pages disagree or are silent", () => {
  expect(passedTo(candidate("AppRunner", "InstanceRoleArn"))).toBeUndefined();
  expect(passedTo(candidate("RDS", "MonitoringRoleArn"))).toBeUndefined();
  expect(passedTo(candidate("No Such API", "RoleArn"))).toBeUndefined();
});
