import { devNull } from "node:os";
import { expect, test } from "vitest";
import { givenCredentials, shieldedEnvironment } from "../../src/run/shield.ts";

const REAL = { accessKeyId: "AKIDREAL", secretAccessKey: "very-secret", sessionToken: "token" };

test("the given keys have the real key id and a secret of their own, another one each time", () => {
  const [one, other] = [givenCredentials(REAL), givenCredentials(REAL)];
  expect(one).toEqual({ accessKeyId: "AKIDREAL", secretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/) });
  expect(one.secretAccessKey).not.toBe(other.secretAccessKey);
});

test("no variable leads to a real key, and all else stays", () => {
  const environment = {
    PATH: "/bin",
    AWS_ACCESS_KEY_ID: "AKIDREAL",
    AWS_SECRET_ACCESS_KEY: "very-secret",
    AWS_SESSION_TOKEN: "token",
    AWS_PROFILE: "work",
    AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/r",
    AWS_WEB_IDENTITY_TOKEN_FILE: "/token",
    AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.2",
    AWS_MAX_ATTEMPTS: "5",
  };
  const shielded = shieldedEnvironment(environment, { accessKeyId: "AKIDREAL", secretAccessKey: "given" }, "eu-west-1");
  const present = Object.fromEntries(Object.entries(shielded).filter(([, value]) => value !== undefined));
  expect(present).toEqual({
    PATH: "/bin",
    AWS_MAX_ATTEMPTS: "5",
    AWS_ACCESS_KEY_ID: "AKIDREAL",
    AWS_SECRET_ACCESS_KEY: "given",
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_REGION: "eu-west-1",
    AWS_DEFAULT_REGION: "eu-west-1",
  });
});

test("the user's own region stays his, whatever his profile says", () => {
  expect(shieldedEnvironment({ AWS_REGION: "us-east-1" }, REAL, "eu-west-1")).toMatchObject({
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
  });
});
