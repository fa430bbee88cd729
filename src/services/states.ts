/** AWS Step Functions: executions of versions and aliases, and the version that a change publishes. */
import { defineService, type OperationRule } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { arnIn, either, filled, typed } from "./rule-resource.ts";
import { captured, matching, member } from "./rule-value.ts";

/** Executions of express machines have a form of their own. */
const EXPRESS = "arn:aws:states:us-east-1:123456789012:express:orders/each:0a1b:2c3d";

const onExecution = (operation: string): OperationRule => ({
  authorizedActions: [{ action: `states:${operation}`, resource: arnIn("executionArn") }],
  because: "executions of standard and of express machines have ARNs of different forms",
  see: "https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html",
  examples: [{ input: { executionArn: EXPRESS }, permits: [`states:${operation} ${EXPRESS}`] }],
});

export default defineService({
  sdkId: "SFN",
  resources: {
    statemachine: {
      filledBy: [
        matching(
          member("stateMachineArn"),
          /^arn:[^:]+:states:(?<Region>[^:]+):(?<Account>\d+):stateMachine:(?<StateMachineName>.+)$/,
        ),
        { StateMachineName: member("name") },
        { StateMachineName: member("resourceArn") },
      ],
      because: "a version or an alias is called by the ARN of its machine and its own name",
      see: "https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html",
      examples: [
        {
          operation: "StartExecution",
          input: { stateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:orders:live", name: "run-1" },
          permits: ["states:StartExecution arn:aws:states:us-east-1:123456789012:stateMachine:orders:live"],
        },
      ],
    },
  },
  operations: {
    DescribeExecution: onExecution("DescribeExecution"),
    DescribeStateMachineForExecution: onExecution("DescribeStateMachineForExecution"),
    GetExecutionHistory: onExecution("GetExecutionHistory"),
    StopExecution: onExecution("StopExecution"),
    ListExecutions: {
      authorizedActions: [
        { action: "states:ListExecutions", resource: either(arnIn("mapRunArn"), typed("statemachine")) },
      ],
      because: "the executions of a machine are listed, or those of one map run",
      see: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html",
      examples: [
        {
          input: { stateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:orders" },
          permits: ["states:ListExecutions arn:aws:states:us-east-1:123456789012:stateMachine:orders"],
        },
        {
          input: { mapRunArn: "arn:aws:states:us-east-1:123456789012:mapRun:orders/each:0a1b" },
          permits: ["states:ListExecutions arn:aws:states:us-east-1:123456789012:mapRun:orders/each:0a1b"],
        },
      ],
    },
    CreateStateMachineAlias: {
      authorizedActions: [
        {
          action: "states:CreateStateMachineAlias",
          resource: filled("statemachine", {
            StateMachineName: captured(
              member("routingConfiguration[].stateMachineVersionArn"),
              /^arn:[^:]+:states:[^:]+:\d+:stateMachine:([^:]+)/,
            ),
          }),
        },
      ],
      because: "an alias is one of the machine whose versions it routes to",
      see: "https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html",
      examples: [
        {
          input: {
            name: "live",
            routingConfiguration: [
              { stateMachineVersionArn: "arn:aws:states:us-east-1:123456789012:stateMachine:orders:3", weight: 100 },
            ],
          },
          permits: ["states:CreateStateMachineAlias arn:aws:states:us-east-1:123456789012:stateMachine:orders"],
        },
      ],
    },
    TestState: {
      authorizedActions: [
        { action: "states:TestState" },
        {
          action: "states:RevealSecrets",
          when: whenMemberEquals("revealSecrets", true),
          origin: "dependent",
          because: "the request asks for the secrets of the state's HTTP request",
        },
      ],
      because: "showing secrets is an action of its own",
      see: "https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html",
      examples: [
        { input: { definition: "{}", revealSecrets: true }, permits: ["states:TestState *", "states:RevealSecrets *"] },
        { input: { definition: "{}", revealSecrets: false }, permits: ["states:TestState *"] },
      ],
    },
    CreateStateMachine: {
      authorizedActions: [
        { action: "states:CreateStateMachine" },
        {
          action: "states:PublishStateMachineVersion",
          when: whenMemberEquals("publish", true),
          origin: "dependent",
          because: "the new machine is published as a version",
        },
      ],
      because: "publishing a version with the machine is an action of its own",
      see: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html",
      examples: [
        {
          input: { name: "orders", publish: true, roleArn: "arn:aws:iam::123456789012:role/orders" },
          permits: [
            "states:CreateStateMachine arn:aws:states:us-east-1:123456789012:stateMachine:orders",
            "states:PublishStateMachineVersion arn:aws:states:us-east-1:123456789012:stateMachine:orders",
            "iam:PassRole arn:aws:iam::123456789012:role/orders if iam:PassedToService = states.amazonaws.com",
          ],
        },
      ],
    },
    UpdateStateMachine: {
      authorizedActions: [
        { action: "states:UpdateStateMachine" },
        {
          action: "states:PublishStateMachineVersion",
          when: whenMemberEquals("publish", true),
          origin: "dependent",
          because: "the changed machine is published as a version",
        },
      ],
      because: "publishing a version with the change is an action of its own",
      see: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html",
      examples: [
        {
          input: { stateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:orders", publish: true },
          permits: [
            "states:UpdateStateMachine arn:aws:states:us-east-1:123456789012:stateMachine:orders",
            "states:PublishStateMachineVersion arn:aws:states:us-east-1:123456789012:stateMachine:orders",
          ],
        },
      ],
    },
  },
});
