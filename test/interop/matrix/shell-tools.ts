/** Programs of the command line that talk to AWS, as Debian has them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bucketAnd, type ClientCase, debianVersion, makeBucket, script, unless, versionOf } from "./client-case.ts";

const perl = debianVersion("libnet-amazon-s3-perl");
const asyncAws = debianVersion("php-async-aws-sqs", "php-symfony-http-client");

export const SHELL_TOOLS: readonly ClientCase[] = [
  {
    client: "rclone",
    notes: "AWS SDK for Go v1 with an HTTP client of its own",
    missing: unless(versionOf("rclone", "version") !== "", "no rclone"),
    version: () => versionOf("rclone", "version"),
    prepare: (scratch) =>
      writeFileSync(
        join(scratch, "rclone.conf"),
        "[s3]\ntype = s3\nprovider = AWS\nenv_auth = true\nregion = us-east-1\n",
      ),
    command: () => script("rclone --config rclone.conf mkdir s3:rclone-bucket"),
    stdout: "",
    calls: ["S3.CreateBucket x1"],
    allows: [{ Action: "s3:CreateBucket", Resource: "arn:aws:s3:::rclone-bucket" }],
  },
  {
    client: "AWS SDK for Ruby v3",
    notes: "Debian's package",
    missing: unless(
      versionOf("ruby", "-e", 'require "aws-sdk-core"; puts Aws::CORE_GEM_VERSION') !== "",
      "no aws-sdk-core for Ruby",
    ),
    version: () => versionOf("ruby", "-e", 'require "aws-sdk-core"; puts Aws::CORE_GEM_VERSION'),
    command: () => [
      "ruby",
      "-e",
      'require "aws-sdk-s3"; s3 = Aws::S3::Client.new; s3.create_bucket(bucket: "ruby"); s3.put_object(bucket: "ruby", key: "k", body: "hi"); puts s3.get_object(bucket: "ruby", key: "k").body.read',
    ],
    stdout: "hi\n",
    calls: ["S3.CreateBucket x1", "S3.GetObject x1", "S3.PutObject x1"],
    allows: [{ Action: ["s3:CreateBucket", "s3:GetObject", "s3:PutObject"], Resource: bucketAnd("ruby", "k") }],
  },
  {
    client: "AsyncAws for PHP",
    notes: "Debian's packages; Symfony's HTTP client",
    missing: unless(asyncAws !== "", "no AsyncAws"),
    version: () => asyncAws,
    command: () => [
      "php",
      "-r",
      `require "/usr/share/php/AsyncAws/Sqs/autoload.php"; $sqs = new AsyncAws\\Sqs\\SqsClient(); $url = $sqs->createQueue(["QueueName" => "php-queue"])->getQueueUrl(); $sqs->sendMessage(["QueueUrl" => $url, "MessageBody" => "hi"])->resolve(); echo "done\\n";`,
    ],
    stdout: "done\n",
    calls: ["SQS.CreateQueue x1", "SQS.SendMessage x1"],
    allows: [
      { Action: ["sqs:CreateQueue", "sqs:SendMessage"], Resource: "arn:aws:sqs:us-east-1:111122223333:php-queue" },
    ],
  },
  {
    client: "Net::Amazon::S3 for Perl",
    notes: "Debian's package; LWP, with trust by PERL_LWP_SSL_CA_FILE",
    missing: unless(perl !== "", "no Net::Amazon::S3"),
    version: () => perl,
    seed: (moto) => makeBucket(moto, "perl-bucket"),
    command: () => [
      "/usr/bin/perl",
      "-MNet::Amazon::S3",
      "-e",
      'my $s3 = Net::Amazon::S3->new({ aws_access_key_id => $ENV{AWS_ACCESS_KEY_ID}, aws_secret_access_key => $ENV{AWS_SECRET_ACCESS_KEY} }); my $bucket = $s3->bucket({ bucket => "perl-bucket", region => "us-east-1" }); $bucket->add_key("k", "hi") or die; print $bucket->get_key("k")->{value};',
    ],
    stdout: "hi",
    calls: ["S3.GetObject x1", "S3.PutObject x1"],
    allows: [{ Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::perl-bucket/k" }],
  },
];
