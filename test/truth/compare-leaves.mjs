/** Compares a decoded input with the parameters that were given, leaf by leaf. Bytes are left out. */

const isObject = (value) => typeof value === "object" && value !== null;

function* leavesOf(value, path = []) {
  if (!isObject(value)) yield [path, value];
  else if ("$base64" in value) return;
  else if ("$timestamp" in value) yield [path, { time: Date.parse(value["$timestamp"]) / 1000 }];
  else for (const [name, child] of Object.entries(value)) yield* leavesOf(child, [...path, name]);
}

function valueAt(value, path) {
  return path.reduce((found, name) => (isObject(found) ? found[name] : undefined), value);
}

function seconds(value) {
  const number = Number(value);
  if (Number.isFinite(number)) return number > 1e11 ? number / 1000 : number;
  const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value);
  return Date.parse(compact ? `${compact.slice(1, 4).join("-")}T${compact.slice(4).join(":")}Z` : value) / 1000;
}

function isSame(expected, actual) {
  if (actual === undefined || actual === null) return false;
  if (isObject(expected)) return Math.abs(seconds(actual) - expected.time) < 1;
  if (expected === actual || String(expected) === String(actual)) return true;
  // JSON inside a string (policies) and JSON sent as such are the same document.
  if (typeof expected === "string" && isObject(actual)) {
    try {
      return JSON.stringify(JSON.parse(expected)) === JSON.stringify(actual);
    } catch {
      return false;
    }
  }
  return false;
}

/** `missed` names each leaf that is not there or another one. */
export function compareLeaves(params, input) {
  const missed = [];
  let total = 0;
  for (const [path, expected] of leavesOf(params)) {
    total += 1;
    const actual = valueAt(input, path);
    if (!isSame(expected, actual)) missed.push({ path: path.join("."), expected, actual });
  }
  return { total, missed };
}
