/** Amazon Comprehend: an endpoint belongs to a classifier or a recognizer, as the ARN of its model tells. */
import { defineService } from "./define-service.ts";
import { whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, bothOf, filled } from "./rule-resource.ts";
import { fillWhen, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Comprehend",
  operations: {
    CreateEndpoint: {
      authorizedActions: [
        {
          action: "comprehend:CreateEndpoint",
          resource: bothOf(
            arnIn("ModelArn"),
            arnIn("FlywheelArn"),
            filled(
              "document-classifier-endpoint",
              fillWhen(whenMemberMatches("ModelArn", /:document-classifier\//), {
                DocumentClassifierEndpointName: member("EndpointName"),
              }),
            ),
            filled(
              "entity-recognizer-endpoint",
              fillWhen(whenMemberMatches("ModelArn", /:entity-recognizer\//), {
                EntityRecognizerEndpointName: member("EndpointName"),
              }),
            ),
          ),
        },
        {
          action: "comprehend:TagResource",
          resource: bothOf(
            filled(
              "document-classifier-endpoint",
              fillWhen(whenMemberMatches("ModelArn", /:document-classifier\//), {
                DocumentClassifierEndpointName: member("EndpointName"),
              }),
            ),
            filled(
              "entity-recognizer-endpoint",
              fillWhen(whenMemberMatches("ModelArn", /:entity-recognizer\//), {
                EntityRecognizerEndpointName: member("EndpointName"),
              }),
            ),
          ),
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new endpoint is tagged",
        },
      ],
      because: "the kind of the model is the kind of its endpoint",
      see: "https://docs.aws.amazon.com/comprehend/latest/APIReference/API_CreateEndpoint.html",
      examples: [
        {
          input: {
            EndpointName: "e",
            ModelArn: "arn:aws:comprehend:us-east-1:123456789012:entity-recognizer/r",
          },
          permits: [
            "comprehend:CreateEndpoint arn:aws:comprehend:us-east-1:123456789012:entity-recognizer-endpoint/e + arn:aws:comprehend:us-east-1:123456789012:entity-recognizer/r",
          ],
        },
      ],
    },
    UpdateEndpoint: {
      authorizedActions: [
        {
          action: "comprehend:UpdateEndpoint",
          resource: bothOf(arnIn("EndpointArn"), arnIn("FlywheelArn")),
        },
      ],
      because: "an endpoint is of one kind, which its ARN tells",
      see: "https://docs.aws.amazon.com/comprehend/latest/APIReference/API_UpdateEndpoint.html",
      examples: [
        {
          input: {
            EndpointArn: "arn:aws:comprehend:us-east-1:123456789012:document-classifier-endpoint/e",
            DesiredModelArn: "arn:aws:comprehend:us-east-1:123456789012:document-classifier/c",
          },
          permits: [
            "comprehend:UpdateEndpoint arn:aws:comprehend:us-east-1:123456789012:document-classifier-endpoint/e",
          ],
        },
      ],
    },
    ImportModel: {
      authorizedActions: [{ action: "comprehend:ImportModel", resource: arnIn("SourceModelArn") }],
      because: "a model is imported from another of its kind, which the ARN tells",
      see: "https://docs.aws.amazon.com/comprehend/latest/APIReference/API_ImportModel.html",
      examples: [
        {
          input: { SourceModelArn: "arn:aws:comprehend:us-east-1:111122223333:document-classifier/c", ModelName: "m" },
          permits: ["comprehend:ImportModel arn:aws:comprehend:us-east-1:111122223333:document-classifier/c"],
        },
      ],
    },
  },
});
