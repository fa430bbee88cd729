import { expect, test } from "vitest";
import { signing } from "../../src/cli/signing.ts";

const KEYS = { AWS_ACCESS_KEY_ID: "AKIDREAL", AWS_SECRET_ACCESS_KEY: "real", HOME: "/nowhere" };
const REAL = { accessKeyId: "AKIDREAL", secretAccessKey: "real" };

test("without the options requests go on as they are", async () => {
  expect(await signing({}, KEYS)).toBeUndefined();
});

test("--re-sign signs with the program's own keys for the stand-in's host, and leaves its environment alone", async () => {
  const found = await signing({ reSign: true, forwardTo: "http://127.0.0.1:9000" }, KEYS);
  expect(found?.settings).toEqual({ given: REAL, real: REAL, host: "127.0.0.1:9000" });
  expect(found?.environmentOf(KEYS)).toBe(KEYS);
});

test("--shield signs with the real keys what was signed with those that the program is given", async () => {
  const found = await signing({ shield: true }, KEYS);
  const { given, host, real } = found?.settings ?? {};
  const environment = found?.environmentOf(KEYS);
  expect({ real, host, secret: environment?.["AWS_SECRET_ACCESS_KEY"] }).toEqual({
    real: REAL,
    host: undefined,
    secret: given?.secretAccessKey,
  });
  expect(given?.secretAccessKey).not.toBe("real");
});

test("what cannot be signed is told before anything runs", async () => {
  await expect(signing({ reSign: true }, KEYS)).rejects.toThrow("`--re-sign` signs for a stand-in, and there is none");
  await expect(signing({ shield: true }, { HOME: "/nowhere" })).rejects.toThrow("`--shield` needs AWS keys");
});
