/** AWS Lambda: code that stands in S3 is fetched from there with the caller's permissions. */
import { type OperationRule, operationRules } from "./define-service.ts";
import { readsObjectAt } from "./s3-object-reference.ts";

/** `place`: what stands before the members that name the object. */
export const fetchesCode = (place: string) =>
  readsObjectAt({ bucket: `${place}S3Bucket`, key: `${place}S3Key`, version: `${place}S3ObjectVersion` });

const SEE = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html";

const rule = (operation: string, place: string, on: string): OperationRule => {
  const wrap = (code: object) => (place === "" ? code : { [place.replace(".", "")]: code });
  const named = { FunctionName: "resize", LayerName: "fonts" };
  const input = (code: object) => ({ ...named, ...wrap(code) });
  return {
    authorizedActions: [{ action: `lambda:${operation}` }, ...fetchesCode(place)],
    because: "code that stands in S3 is fetched with the caller's permissions",
    see: SEE,
    examples: [
      {
        input: input({ S3Bucket: "builds", S3Key: "resize.zip" }),
        permits: [`lambda:${operation} ${on}`, "s3:GetObject arn:aws:s3:::builds/resize.zip"],
      },
      {
        input: input({ S3Bucket: "builds", S3Key: "resize.zip", S3ObjectVersion: "3" }),
        permits: [`lambda:${operation} ${on}`, "s3:GetObjectVersion arn:aws:s3:::builds/resize.zip"],
      },
      { input: input({ ZipFile: "UEsD" }), permits: [`lambda:${operation} ${on}`] },
    ],
  };
};

export default operationRules({
  UpdateFunctionCode: rule("UpdateFunctionCode", "", "arn:aws:lambda:us-east-1:123456789012:function:resize"),
  PublishLayerVersion: rule("PublishLayerVersion", "Content.", "arn:aws:lambda:us-east-1:123456789012:layer:fonts"),
});
