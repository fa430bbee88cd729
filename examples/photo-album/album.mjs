/**
 * A photo album: uploads pictures, keeps an index of them, lists them and makes a link to share.
 * It uses the AWS SDK as programs do: default endpoints, default credentials, nothing set for iamgen.
 */
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const Bucket = "holiday-photos";
const TableName = "albums";
const s3 = new S3Client({});
const dynamodb = new DynamoDBClient({});

for (const name of ["beach.jpg", "mountain view.jpg"]) {
  const Key = `2026/summer/${name}`;
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: `pixels of ${name}`, ContentType: "image/jpeg" }));
  await dynamodb.send(
    new PutItemCommand({ TableName, Item: { album: { S: "summer" }, photo: { S: name }, key: { S: Key } } }),
  );
}

const listing = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "2026/summer/" }));
console.log(`in the bucket: ${(listing.Contents ?? []).map((object) => object.Key).join(", ")}`);

const photos = await dynamodb.send(
  new QueryCommand({
    TableName,
    KeyConditionExpression: "album = :album",
    ExpressionAttributeValues: { ":album": { S: "summer" } },
  }),
);
console.log(`in the index: ${photos.Count} photos`);

const first = await dynamodb.send(
  new GetItemCommand({ TableName, Key: { album: { S: "summer" }, photo: { S: "beach.jpg" } } }),
);
const link = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: first.Item?.key?.S }), { expiresIn: 300 });
const answer = await fetch(link);
console.log(`shared link: ${answer.status} ${await answer.text()}`);
