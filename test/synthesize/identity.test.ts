import { describe, expect, test } from "vitest";
import { groupByIdentity } from "../../src/synthesize/identity.ts";
import { observed } from "../support/observed-permission.ts";

const ACCOUNT = "111122223333";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team/worker`;
const session = (name: string) => `arn:aws:sts::${ACCOUNT}:assumed-role/worker/${name}`;
const fact = (id: string, arn: string) => ({ id, arn, account: ACCOUNT });
const by = (identity: string, account?: string) =>
  observed("s3:GetObject", "arn:aws:s3:::b/k", { identity, ...(account === undefined ? {} : { account }) });

const identities = (...args: Parameters<typeof groupByIdentity>) =>
  groupByIdentity(...args).map((group) => group.identity);

describe("one identity", () => {
  test("several sessions of a role are that role, without a session name", () => {
    expect(identities([by("k2"), by("k1")], [fact("k1", session("one")), fact("k2", session("two"))])).toEqual([
      { ids: ["k1", "k2"], account: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/worker` },
    ]);
  });

  test("a role and its sessions are named by the role, which has the path", () => {
    expect(identities([by("k1"), by("k2")], [fact("k1", session("one")), fact("k2", ROLE)])).toEqual([
      { ids: ["k1", "k2"], account: ACCOUNT, arn: ROLE },
    ]);
  });

  test("roles of one permission set are one, named whole where a session of it has told", () => {
    const set = (id: string) => `arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_Dev_${id}`;
    const [untold, told] = [fact("k1", set("*")), fact("k2", `${set("0123456789abcdef")}/ann`)];
    expect(identities([by("k1"), by("k2"), by("k3")], [untold, told, fact("k3", set("*"))])).toEqual([
      { ids: ["k1", "k2", "k3"], account: ACCOUNT, arn: set("0123456789abcdef") },
    ]);
    expect(identities([by("k1")], [untold])).toEqual([{ ids: ["k1"], account: ACCOUNT, arn: set("*") }]);
    expect(identities([by("k1"), by("k4")], [untold, fact("k4", set("*").replace("Dev", "Ops"))])).toHaveLength(2);
  });

  test("an identity without a fact is its id, with the account that its calls tell", () => {
    expect(identities([by("k1", "444455556666")], [])).toEqual([{ ids: ["k1"], account: "444455556666" }]);
    expect(identities([by("k1")], [])).toEqual([{ ids: ["k1"] }]);
  });

  test("all that was observed of its ids is together", () => {
    const groups = groupByIdentity([by("k1"), by("k2"), by("k1")], [fact("k1", ROLE), fact("k2", ROLE)]);
    expect(groups.map((group) => group.observed.length)).toEqual([3]);
  });
});

describe("different identities", () => {
  test("roles of one name in two accounts are two", () => {
    const other = { id: "k2", arn: "arn:aws:iam::444455556666:role/worker", account: "444455556666" };
    expect(identities([by("k1"), by("k2")], [fact("k1", ROLE), other])).toHaveLength(2);
  });

  test("a user and a role of one name are two", () => {
    const user = fact("k2", `arn:aws:iam::${ACCOUNT}:user/worker`);
    expect(identities([by("k1"), by("k2")], [fact("k1", ROLE), user])).toHaveLength(2);
  });

  test("they are sorted by ARN, those without one last by id", () => {
    const facts = [fact("k1", ROLE), fact("k3", `arn:aws:iam::${ACCOUNT}:role/a`)];
    expect(identities([by("k4"), by("k2"), by("k1"), by("k3")], facts).map(({ ids }) => ids)).toEqual([
      ["k3"],
      ["k1"],
      ["k2"],
      ["k4"],
    ]);
  });
});
