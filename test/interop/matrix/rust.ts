/** The AWS SDK for Rust, with IAMGEN_LONG=1 alone. */
import { join } from "node:path";
import { buildable, built } from "./building.ts";
import { CLIENTS, type ClientCase, versionOf } from "./client-case.ts";

const CARGO = ["cargo", "build", "--quiet", "--locked"] as const;

export const RUST: ClientCase = {
  client: "AWS SDK for Rust",
  notes: "by variables, with a recent BehaviorVersion",
  missing: buildable("cargo", "--version"),
  version: () => {
    const lock = versionOf("sh", "-c", `grep -A1 'name = "aws-sdk-sqs"' ${join(CLIENTS, "rust", "Cargo.lock")}`);
    return `aws-sdk-sqs ${lock}`;
  },
  prepare: () => void built("rust", ...CARGO),
  command: () => [join(process.env["CARGO_TARGET_DIR"] ?? join(built("rust", ...CARGO), "target"), "debug", "program")],
  stdout: "done\n",
  calls: ["SQS.CreateQueue x1", "SQS.SendMessage x1"],
  allows: [
    { Action: ["sqs:CreateQueue", "sqs:SendMessage"], Resource: "arn:aws:sqs:us-east-1:111122223333:rust-queue" },
  ],
};
