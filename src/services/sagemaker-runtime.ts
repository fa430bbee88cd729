/** Amazon SageMaker's runtime: a streamed answer is an invocation, too. */
import { defineService } from "./define-service.ts";
import { eachOf, lowerCase, member } from "./rule-value.ts";

export default defineService({
  sdkId: "SageMaker Runtime",
  resources: {
    endpoint: {
      filledBy: [{ EndpointName: eachOf(member("EndpointName"), lowerCase(member("EndpointName"))) }],
      because: "names differ by more than case, and ARNs may be written in lower case: both mean this endpoint",
      see: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html",
      unconfirmed: true,
      examples: [
        {
          operation: "InvokeEndpoint",
          input: { EndpointName: "Churn" },
          permits: [
            "sagemaker:InvokeEndpoint arn:aws:sagemaker:us-east-1:123456789012:endpoint/Churn + arn:aws:sagemaker:us-east-1:123456789012:endpoint/churn",
          ],
        },
      ],
    },
  },
  operations: {
    InvokeEndpointWithResponseStream: {
      authorizedActions: [{ action: ["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointWithResponseStream"] }],
      because: "a streamed answer has an action of its own, and is listed under that of every invocation",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
      examples: [
        {
          input: { EndpointName: "e" },
          permits: [
            "sagemaker:InvokeEndpoint arn:aws:sagemaker:us-east-1:123456789012:endpoint/e",
            "sagemaker:InvokeEndpointWithResponseStream arn:aws:sagemaker:us-east-1:123456789012:endpoint/e",
          ],
        },
      ],
    },
  },
});
