import { expect, test } from "vitest";
import { cloudFormationReferences, type ResourceType } from "../../src/merge/reference-cloudformation.ts";

const PLACES = "${Partition}:sqs:${Region}:${Account}";
const types = new Map<string, ResourceType>([
  ["AWS::SQS::Queue", { name: "QueueName", attribute: "Arn", arn: `arn:${PLACES}:\${Name}` }],
  [
    "AWS::SNS::Topic",
    {
      name: "TopicName",
      attribute: "TopicArn",
      arn: `arn:${PLACES.replace("sqs", "sns")}:\${Name}`,
      ref: "arn",
      byRef: true,
    },
  ],
  ["AWS::S3::Bucket", { name: "BucketName", attribute: "Arn", arn: "arn:${Partition}:s3:::${Name}", ref: "name" }],
  [
    "AWS::Events::Rule",
    {
      name: "Name",
      attribute: "Arn",
      arn: "arn:${Partition}:events:${Region}:${Account}:rule/${Name}",
      unless: ["EventBusName"],
    },
  ],
]);
const home = { partition: "aws", region: "eu-west-1", account: "111122223333" };
const QUEUE = "arn:aws:sqs:eu-west-1:111122223333";

const read = (resources: string, more: { observed?: readonly string[]; home?: object; fileName?: string } = {}) =>
  cloudFormationReferences({
    text: resources.startsWith("{") ? resources : `Resources:\n${resources}`,
    fileName: "t.yaml",
    types,
    home,
    observed: [],
    ...more,
  });

const queue = (id: string, name: string) =>
  `  ${id}:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: ${name}\n`;

test("a resource that the template names is known by its attribute", () => {
  const { nameOf, textOf, notes } = read(queue("Jobs", "jobs"));
  expect(nameOf(`${QUEUE}:jobs`)).toEqual({ expression: "Jobs.Arn", rest: "" });
  expect([textOf("Jobs.Arn"), textOf("Jobs"), textOf("Jobs.QueueUrl")]).toEqual([
    `${QUEUE}:jobs`,
    undefined,
    undefined,
  ]);
  expect(notes).toEqual([]);
});

test("the same queue of another account or region is another queue", () => {
  const { nameOf } = read(queue("Jobs", "jobs"));
  expect(nameOf("arn:aws:sqs:eu-west-1:444455556666:jobs")).toBeUndefined();
  expect(nameOf("arn:aws:sqs:us-east-1:111122223333:jobs")).toBeUndefined();
});

test("where account or region is not known nothing is named, and references are read as patterns", () => {
  const { nameOf, textOf } = read(queue("Jobs", "jobs"), { home: { partition: "aws" } });
  expect(nameOf(`${QUEUE}:jobs`)).toBeUndefined();
  expect(textOf("Jobs.Arn")).toBe("arn:aws:sqs:*:*:jobs");
});

test("Ref gives a name or an ARN, as its type has it", () => {
  const bucket = "  B:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: photos }\n";
  const topic = "  T:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: news }\n";
  const { textOf } = read(bucket + topic);
  expect([textOf("B"), textOf("T")]).toEqual(["photos", "arn:aws:sns:eu-west-1:111122223333:news"]);
});

test("where Ref says it better, it is the reference", () => {
  const topic = "  T:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: news }\n";
  const { nameOf, textOf } = read(topic);
  expect(nameOf("arn:aws:sns:eu-west-1:111122223333:news")?.expression).toBe("T");
  expect(textOf("T.TopicArn")).toBe("arn:aws:sns:eu-west-1:111122223333:news");
});

test.each([
  ["!Sub jobs-${AWS::AccountId}-${AWS::Region}", "jobs-111122223333-eu-west-1"],
  ["{ 'Fn::Sub': 'jobs-${AWS::Partition}' }", "jobs-aws"],
  ["'123'", "123"],
])("the name %s can be told", (name, told) => {
  expect(read(queue("Jobs", name)).nameOf(`${QUEUE}:${told}`)?.expression).toBe("Jobs.Arn");
});

test.each([
  "!Ref Name",
  "!Sub jobs-${Stage}",
  "!Sub ['${a}', { a: b }]",
  "!Join ['-', [a, b]]",
  "!ImportValue n",
  "${self:custom.stage}-jobs",
])("the name %s cannot, which is told", (name) => {
  const { nameOf, textOf, notes } = read(queue("Jobs", name));
  expect([nameOf(`${QUEUE}:jobs`), textOf("Jobs.Arn")]).toEqual([undefined, undefined]);
  expect(notes).toEqual(["no reference for Jobs: the template does not say what they are called"]);
});

test("a name that CloudFormation made is taken for the resource, and told", () => {
  const resources = "  Jobs:\n    Type: AWS::SQS::Queue\n  DeadJobs:\n    Type: AWS::SQS::Queue\n";
  const made = `${QUEUE}:my-app-Jobs-1A2B3C4D5E6F`;
  const { nameOf, textOf, notes } = read(resources, {
    observed: [made, `${made}/x`, `${QUEUE}:my-app-Other-1A2B3C4D5E6F`],
  });
  expect(nameOf(made)?.expression).toBe("Jobs.Arn");
  expect(textOf("Jobs.Arn")).toBe(made);
  expect(notes).toEqual([
    "`my-app-Jobs-1A2B3C4D5E6F` is taken for `Jobs`, by the form of the name",
    "no reference for DeadJobs: the template does not say what they are called",
  ]);
});

test("buckets have made names in lower case", () => {
  const made = "arn:aws:s3:::my-app-uploadbucket-1a2b3c4d5e6f7";
  const { nameOf } = read("  UploadBucket:\n    Type: AWS::S3::Bucket\n", { observed: [`${made}/a/b`] });
  expect(nameOf(`${made}/a/b`)).toEqual({ expression: "UploadBucket.Arn", rest: "/a/b" });
});

test("where two made names fit, none is taken", () => {
  const observed = [`${QUEUE}:dev-Jobs-1A2B3C4D5E6F`, `${QUEUE}:prod-Jobs-1A2B3C4D5E6G`];
  const { nameOf } = read("  Jobs:\n    Type: AWS::SQS::Queue\n", { observed });
  expect(observed.map((arn) => nameOf(arn))).toEqual([undefined, undefined]);
});

test("a property that changes the ARN leaves it unknown", () => {
  const rule = "  R:\n    Type: AWS::Events::Rule\n    Properties: { Name: r, EventBusName: b }\n";
  expect(read(rule).textOf("R.Arn")).toBeUndefined();
});

test("what is made under a condition is read, and not named", () => {
  const { nameOf, textOf } = read(queue("Jobs", "jobs").replace("    Type", "    Condition: IsProd\n    Type"));
  expect(nameOf(`${QUEUE}:jobs`)).toBeUndefined();
  expect(textOf("Jobs.Arn")).toBe(`${QUEUE}:jobs`);
});

test("what needs the policy is not referred to by it, which is told", () => {
  const role = "  R:\n    Type: AWS::IAM::Role\n    Properties: {}\n";
  const needing = `${queue("Jobs", "jobs")}      Role: !GetAtt R.Arn\n`;
  const of = (policy: string) =>
    cloudFormationReferences({
      text: `Resources:\n${role}${needing}`,
      fileName: "t",
      types,
      home,
      observed: [],
      policy,
    });
  expect(of("Resources.R.Policies.0").nameOf(`${QUEUE}:jobs`)).toBeUndefined();
  expect(of("Resources.R.Policies.0").textOf("Jobs.Arn")).toBe(`${QUEUE}:jobs`);
  expect(of("Resources.R.Policies.0").notes).toEqual([
    "no reference to Jobs: what needs the policy cannot be needed by it",
  ]);
  expect(of("Resources.Other").nameOf(`${QUEUE}:jobs`)?.expression).toBe("Jobs.Arn");
});

test("JSON, with tabs, and the resources of a Serverless file are templates", () => {
  const json = '{\n\t"Resources": { "Jobs": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "jobs" } } }\n}';
  expect(read(json).textOf("Jobs.Arn")).toBe(`${QUEUE}:jobs`);
  const indented = queue("Jobs", "jobs").replaceAll(/^/gm, "  ");
  const text = `provider: { name: aws }\nresources:\n  Resources:\n${indented}`;
  const serverless = cloudFormationReferences({ text, fileName: "serverless.yml", types, home, observed: [] });
  expect(serverless.textOf("Jobs.Arn")).toBe(`${QUEUE}:jobs`);
});

test.each([
  ["a: 1", "`t.yaml` is no CloudFormation template: it has no Resources"],
  ['{ "Resources": }', expect.stringMatching(/^t\.yaml:1:16: /)],
])("%s is refused", (text, message) => {
  const source = { text, fileName: "t.yaml", types, home, observed: [] };
  expect(() => cloudFormationReferences(source)).toThrow(expect.objectContaining({ message, exitCode: 4 }));
});
