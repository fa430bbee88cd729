/** Holds the permissions of one call against a record of AWS's table. The table lists no call that AWS makes for the caller. */

export const percent = (part, whole) => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);

export const lower = (action) => action.toLowerCase();

/** What the table leaves out by its own words: calls for the caller, keys and roles. */
const isExempt = ({ action, origin }) =>
  origin === "forward-access" ||
  origin === "pass-role" ||
  lower(action).startsWith("kms:") ||
  lower(action) === "iam:passrole";

/** `primary` is undefined where AWS says nothing. */
export function judge(record, permissions) {
  const derived = new Set(permissions.map(({ action }) => lower(action)));
  const isDecided = record?.p !== undefined && record.p.length > 0;
  const listed = new Set((record?.a ?? []).map(lower));
  const foreign = listed.size === 0 ? [] : permissions.filter(({ action }) => !listed.has(lower(action)));
  const names = (found) => [...new Set(found.map(({ action }) => action))];
  return {
    primary: isDecided ? (record.p.some((action) => derived.has(lower(action))) ? "agrees" : "differs") : undefined,
    outside: names(foreign.filter((permission) => !isExempt(permission))),
    exempt: names(foreign.filter(isExempt)),
  };
}
