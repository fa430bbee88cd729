/** Backups into a bucket, as Debian has the programs. */
import { bucketAnd, type ClientCase, debianVersion, makeBucket, script, unless, versionOf } from "./client-case.ts";

const times = (count: number, call: string): readonly string[] => Array<string>(count).fill(call);

const duplicity = debianVersion("duplicity", "python3-boto3");

export const BACKUP_TOOLS: readonly ClientCase[] = [
  {
    client: "restic",
    notes: "MinIO's SDK for Go",
    missing: unless(versionOf("restic", "version") !== "", "no restic"),
    version: () => versionOf("restic", "version"),
    command: () =>
      script(
        "export RESTIC_PASSWORD=x RESTIC_REPOSITORY=s3:s3.amazonaws.com/restic-bucket; restic -q init; echo hi > f; restic -q backup f",
      ),
    random: /(?<=restic-bucket\/\w+\/)(?:\w\w\/)?[0-9a-f]{64}/,
    stdout: "",
    calls: [
      "S3.CreateBucket x1",
      "S3.DeleteObject x1",
      ...times(2, "S3.GetObject x1"),
      "S3.HeadBucket x1",
      ...times(2, "S3.HeadObject x1"),
      ...times(5, "S3.ListObjectsV2 x1"),
      ...times(2, "S3.ListObjectsV2 x2"),
      ...times(7, "S3.PutObject x1"),
    ],
    allows: [
      {
        Action: ["s3:CreateBucket", "s3:DeleteObject", "s3:ListBucket", "s3:PutObject"],
        Resource: bucketAnd("restic-bucket", "locks/…"),
      },
      {
        Action: ["s3:GetObject", "s3:PutObject"],
        Resource: ["arn:aws:s3:::restic-bucket/config", "arn:aws:s3:::restic-bucket/keys/…"],
      },
      {
        Action: "s3:PutObject",
        Resource: ["data", "data", "index", "snapshots"].map((kind) => `arn:aws:s3:::restic-bucket/${kind}/…`),
      },
    ],
  },
  {
    client: "duplicity",
    notes: "Debian's package; boto3",
    missing: unless(duplicity !== "", "no duplicity with boto3"),
    version: () => duplicity,
    random: /\d{8}T\d{6}Z/,
    seed: (moto) => makeBucket(moto, "duplicity-bucket"),
    command: () =>
      script(
        "mkdir d; echo hi > d/f; duplicity --verbosity error --no-encryption --no-print-statistics d boto3+s3://duplicity-bucket/a",
      ),
    stdout: "",
    calls: ["S3.HeadBucket x1", "S3.HeadObject x2", "S3.ListObjects x3", ...times(3, "S3.PutObject x1")],
    allows: [
      {
        Action: ["s3:GetObject", "s3:ListBucket", "s3:PutObject"],
        Resource: bucketAnd("duplicity-bucket", "a/duplicity-full.….vol1.difftar.gz"),
      },
      {
        Action: "s3:PutObject",
        Resource: ["-signatures.….sigtar.gz", ".….manifest"].map(
          (kind) => `arn:aws:s3:::duplicity-bucket/a/duplicity-full${kind}`,
        ),
      },
    ],
  },
];
