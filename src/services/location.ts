/** Amazon Location: who makes an API key needs what the key allows. */
import { defineService } from "./define-service.ts";
import { KEY_ALLOWS } from "./location-keys.ts";

export default defineService({
  sdkId: "Location",
  operations: Object.fromEntries(
    ["CreateKey", "UpdateKey"].map((operation) => [
      operation,
      {
        authorizedActions: [{ action: `geo:${operation}` }, ...KEY_ALLOWS],
        because: "a key cannot allow more than its maker may do",
        see: "https://docs.aws.amazon.com/location/latest/developerguide/using-apikeys.html",
        examples: [
          {
            input: {
              KeyName: "k",
              Restrictions: {
                AllowActions: ["geo-maps:GetTile"],
                AllowResources: ["arn:aws:geo-maps:us-east-1::provider/default"],
              },
            },
            permits: [
              `geo:${operation} arn:aws:geo:us-east-1:123456789012:api-key/k`,
              "geo-maps:GetTile arn:aws:geo-maps:us-east-1::provider/default",
            ],
          },
          { input: { KeyName: "k" }, permits: [`geo:${operation} arn:aws:geo:us-east-1:123456789012:api-key/k`] },
        ],
      } as const,
    ]),
  ),
});
