/** AWS Step Functions: executions of versions and aliases, and the version that a change publishes. */
import { defineService } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { matching, member } from "./rule-value.ts";

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
