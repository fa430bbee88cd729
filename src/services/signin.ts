/** AWS Sign-In: operations that are called with IAM credentials share the actions of those that are not. */
import { authorizedAs, defineService } from "./define-service.ts";
import { untoldResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "Signin",
  operations: authorizedAs(
    {
      CreateOAuth2TokenWithIAM: "CreateOAuth2Token",
      IntrospectOAuth2TokenWithIAM: "IntrospectOAuth2Token",
      RevokeOAuth2TokenWithIAM: "RevokeOAuth2Token",
    },
    {
      servicePrefix: "signin",
      because: "a token has one set of actions, however its caller proves who he is",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssignin.html",
      resource: untoldResource("ambiguous-resource-type", "the token's client is not told apart by the request"),
      example: { input: {}, on: "*" },
    },
  ),
});
