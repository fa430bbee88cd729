// JavaScript v3 with profiles of IAM Identity Center; every client fetches keys of its own.
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";

const tables = await new DynamoDBClient({ profile: "dev" }).send(new ListTablesCommand({}));
console.log(tables.TableNames);
const created = await new S3Client({ profile: "dev" }).send(new CreateBucketCommand({ Bucket: "sso-bucket" }));
console.log(created.Location);
const audited = await new DynamoDBClient({ profile: "audit" }).send(new ListTablesCommand({}));
console.log(audited.TableNames);
