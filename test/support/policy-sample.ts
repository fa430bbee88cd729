/** A policy set with what is hard to write down: two identities, two documents, conditions, variables, quotes, escapes. */
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import type { RenderSettings } from "../../src/render/renderer.ts";
import type { PolicySet } from "../../src/synthesize/policy-set.ts";
import { identityPolicy } from "./identity-policy.ts";

const ACCOUNT = "111122223333";
const VARIABLE = "$" + "{aws:username}";
const STAR = "$" + "{*}";

const WORKER: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "IamgenS3Read",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: [
        "arn:aws:s3:::photos",
        `arn:aws:s3:::photos/home/${VARIABLE}/*`,
        `arn:aws:s3:::photos/a "b" \\ c ${STAR} %{d} 'e' \`f\` {g} ü`,
      ],
    },
    {
      Sid: "IamgenKmsRead",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0f3a`,
      Condition: {
        StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
        "ForAllValues:StringLike": { "aws:TagKeys": ["team", "yes", "1"] },
      },
    },
  ],
};

const TASKS: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "IamgenIamWrite",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: `arn:aws:iam::${ACCOUNT}:role/app/task`,
      Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    },
    { Sid: "IamgenEc2List", Effect: "Allow", Action: ["ec2:DescribeInstances", "ec2:DescribeVpcs"], Resource: "*" },
  ],
};

const worker = { ids: ["k1"], account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:role/team/worker` };

/** One document; account, region and partition are those of the identity. */
export const ONE_DOCUMENT: PolicySet = { policies: [identityPolicy(worker, WORKER)], findings: [] };

/** Three documents of two identities. */
export const SEVERAL_DOCUMENTS: PolicySet = {
  policies: [identityPolicy(worker, WORKER, TASKS), identityPolicy({ ids: ["k2"], account: "444455556666" }, TASKS)],
  findings: [],
};

/** As without options. */
export const SETTINGS: RenderSettings = { literal: false, attachAs: "managed-policy" };

export const NO_DOCUMENT: PolicySet = { policies: [], findings: [] };

/** Words of the documents that a user could name. */
export const VARIABLES = [
  { name: "bucket_name", value: "photos" },
  { name: "stage", value: "home" },
  { name: "accountId", value: "111122223333" },
] as const;
