/** Without an SDK: `fetch`, with requests signed by aws4fetch or by Smithy's own signer. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { AwsClient } from "aws4fetch";

const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: region } = process.env;
const credentials = { accessKeyId, secretAccessKey };

const signers = {
  aws4fetch: () => {
    const aws = new AwsClient({ ...credentials, region });
    return (url, request) => aws.fetch(url, request);
  },
  smithy: () => {
    const signer = new SignatureV4({ credentials, region, service: "sqs", sha256: Sha256 });
    return async (url, { method, headers, body }) => {
      const { hostname, pathname: path } = new URL(url);
      const request = { method, protocol: "https:", hostname, path, headers: { ...headers, host: hostname }, body };
      const signed = await signer.sign(request);
      return fetch(url, { method, headers: signed.headers, body });
    };
  },
};

const [which] = process.argv.slice(2);
const send = signers[which]();
const answer = await send(`https://sqs.${region}.amazonaws.com/`, {
  method: "POST",
  headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.CreateQueue" },
  body: JSON.stringify({ QueueName: `${which}-queue` }),
});
const { QueueUrl } = await answer.json();
console.log(QueueUrl.split("/").at(-1));
