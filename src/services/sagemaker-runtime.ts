/** Amazon SageMaker's runtime: a streamed answer is an invocation, too. */
import { defineService } from "./define-service.ts";

export default defineService({
  sdkId: "SageMaker Runtime",
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
