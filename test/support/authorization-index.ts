/** A small Service Authorization Reference in memory, for tests that need no generated data. */
import type { AccessLevel, AuthorizationIndex, AuthorizationModel } from "../../src/data/authorization-index.ts";

interface PrefixTable {
  /** Type -> ARN template. */
  readonly types: Readonly<Record<string, string>>;
  /** Action -> access level, then the resource types that it takes. */
  readonly actions: Readonly<Record<string, readonly [level: AccessLevel, ...types: string[]]>>;
}

function model(servicePrefix: string, { types, actions }: PrefixTable): AuthorizationModel {
  return {
    servicePrefix,
    actions: new Map(
      Object.entries(actions).map(([name, [accessLevel, ...names]]) => [
        name.toLowerCase(),
        {
          name,
          accessLevel,
          resourceTypes: names.map((type) => ({ name: type, required: true, conditionKeys: [] })),
          conditionKeys: [],
          dependentActions: [],
        },
      ]),
    ),
    resourceTypes: new Map(
      Object.entries(types).map(([name, arn]) => [name, { name, arns: [arn], conditionKeys: [] }]),
    ),
  };
}

function authorizationIndex(tables: Readonly<Record<string, PrefixTable>>): AuthorizationIndex {
  const models = new Map(Object.entries(tables).map(([prefix, table]) => [prefix, model(prefix, table)]));
  return { servicePrefixes: new Set(models.keys()), load: (prefix) => models.get(prefix) };
}

/** The corner of AWS that the tests of synthesis live in. */
export const SMALL_INDEX = authorizationIndex({
  s3: {
    types: {
      bucket: "arn:${Partition}:s3:::${BucketName}",
      object: "arn:${Partition}:s3:::${BucketName}/${ObjectName}",
    },
    actions: {
      GetObject: ["Read", "object"],
      PutObject: ["Write", "object"],
      DeleteObject: ["Write", "object"],
      PutObjectTagging: ["Tagging", "object"],
      ListBucket: ["List", "bucket"],
      GetBucketLocation: ["Read", "bucket"],
      ListAllMyBuckets: ["List"],
    },
  },
  dynamodb: {
    types: {
      table: "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}",
      index: "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}/index/${IndexName}",
    },
    actions: {
      GetItem: ["Read", "table"],
      PutItem: ["Write", "table"],
      Query: ["Read", "table", "index"],
      ListTables: ["List"],
    },
  },
  sqs: {
    types: { queue: "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}" },
    actions: { SendMessage: ["Write", "queue"], ReceiveMessage: ["Read", "queue"], ListQueues: ["List"] },
  },
  ecs: {
    types: {
      cluster: "arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}",
      task: "arn:${Partition}:ecs:${Region}:${Account}:task/${ClusterName}/${TaskId}",
    },
    actions: { StopTask: ["Write", "task"], DescribeClusters: ["Read", "cluster"] },
  },
  ec2: {
    types: {
      instance: "arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}",
      vpc: "arn:${Partition}:ec2:${Region}:${Account}:vpc/${VpcId}",
    },
    actions: { TerminateInstances: ["Write", "instance"], DeleteVpc: ["Write", "vpc"] },
  },
  kms: {
    types: { key: "arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}" },
    actions: { Decrypt: ["Write", "key"] },
  },
  logs: {
    types: {
      "log-stream": "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}",
    },
    actions: { PutLogEvents: ["Write", "log-stream"] },
  },
  iam: {
    types: { role: "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}" },
    actions: { PassRole: ["Write", "role"], GetRole: ["Read", "role"], ListRoles: ["List"] },
  },
});
