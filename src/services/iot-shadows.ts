/** AWS IoT data plane: a shadow with a name stands below its thing, whose ARN AWS's tables have alone. */
import { type OperationRule, operationRules } from "./define-service.ts";
import { bothOf, template, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const LAMP = "arn:aws:iot:us-east-1:123456789012:thing/lamp";

const onShadow = (operation: string): OperationRule => ({
  authorizedActions: [
    {
      action: `iot:${operation}`,
      resource: bothOf(
        typed("thing"),
        template("arn:${Partition}:iot:${Region}:${Account}:thing/${ThingName}/${ShadowName}", {
          ThingName: member("thingName"),
          ShadowName: member("shadowName"),
        }),
      ),
    },
  ],
  because: "a shadow that has a name is checked under it",
  see: "https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html",
  examples: [
    { input: { thingName: "lamp", shadowName: "light" }, permits: [`iot:${operation} ${LAMP} + ${LAMP}/light`] },
    { input: { thingName: "lamp" }, permits: [`iot:${operation} ${LAMP}`] },
  ],
});

export default operationRules({
  DeleteThingShadow: onShadow("DeleteThingShadow"),
  GetThingShadow: onShadow("GetThingShadow"),
  UpdateThingShadow: onShadow("UpdateThingShadow"),
});
