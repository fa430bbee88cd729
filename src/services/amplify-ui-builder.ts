/** AWS Amplify UI Builder: what is made is described, and tagged, in a part of the request. */
import { defineService, type OperationRule } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";
import { TAG_ON_CREATE } from "./tag-on-create.ts";

const makes = (kind: "Component" | "Form" | "Theme"): [string, OperationRule] => {
  const operation = `Create${kind}`;
  const part = `${kind.toLowerCase()}ToCreate`;
  const input = (more: object) => ({ appId: "a1", environmentName: "prod", [part]: { name: "n", ...more } });
  const rule: OperationRule = {
    authorizedActions: [
      { action: `amplifyuibuilder:${operation}` },
      {
        action: "amplifyuibuilder:TagResource",
        resource: filled(`${kind}Resource`, {
          AppId: member("appId"),
          EnvironmentName: member("environmentName"),
          Id: unknownPart("*", "id-assigned-by-aws", `Id of ${kind}Resource`),
        }),
        when: whenMember(`${part}.tags{}`),
        origin: "dependent",
        because: TAG_ON_CREATE.because,
      },
    ],
    because: "tags stand in the description of what is made",
    see: `https://docs.aws.amazon.com/amplifyuibuilder/latest/APIReference/API_${operation}.html`,
    examples: [
      {
        input: input({ tags: { team: "a" } }),
        permits: [
          `amplifyuibuilder:${operation} *`,
          `amplifyuibuilder:TagResource arn:aws:amplifyuibuilder:us-east-1:123456789012:app/a1/environment/prod/${kind.toLowerCase()}s/*`,
        ],
      },
      { input: input({}), permits: [`amplifyuibuilder:${operation} *`] },
    ],
  };
  return [operation, rule];
};

export default defineService({
  sdkId: "AmplifyUIBuilder",
  operations: Object.fromEntries((["Component", "Form", "Theme"] as const).map(makes)),
});
