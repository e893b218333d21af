/* Reading the lists of entries and positions: Rice codes in Base64, see packing.py and postings.py. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const IMPACT_BITS = 4;
  const LABEL_IMPACT = 7;
  const POSITION_RICE = 4;

  /** Reads gaps and payloads bit by bit. */
  function reader(text) {
    const data = atob(text);
    let at = 0;
    let byte = 0;
    let left = 0;
    const refill = () => {
      byte = data.charCodeAt(at++);
      left = 8;
      return at <= data.length;
    };
    function zeros() {
      let count = 0;
      for (;;) {
        if (!left && !refill()) return -1;
        const rest = byte & ((1 << left) - 1);
        const high = 31 - Math.clz32(rest);
        if (rest) {
          count += left - 1 - high;
          left = high;
          return count;
        }
        count += left;
        left = 0;
      }
    }
    function bits(width) {
      let value = 0;
      while (width > 0) {
        if (!left && !refill()) return 0;
        const taken = Math.min(width, left);
        left -= taken;
        value = (value << taken) | ((byte >> left) & ((1 << taken) - 1));
        width -= taken;
      }
      return value;
    }
    return { zeros, bits };
  }

  const riceOf = (span, count) => 31 - Math.clz32(Math.max(1, Math.floor(span / Math.max(count, 1))));

  function list(text, count, total, width, impact) {
    const entries = new Uint32Array(count);
    const impacts = new Uint8Array(count).fill(impact);
    const k = riceOf(total, count);
    const { zeros, bits } = reader(text);
    for (let at = 0, entry = -1; at < count; at++) {
      entry += 1 + zeros() * 2 ** k + bits(k);
      entries[at] = entry;
      if (width) impacts[at] = bits(width);
    }
    return { entries, impacts };
  }

  /** Two lists as one, in order. */
  function merged(one, other) {
    const count = one.entries.length + other.entries.length;
    const entries = new Uint32Array(count);
    const impacts = new Uint8Array(count);
    for (let at = 0, a = 0, b = 0; at < count; at++) {
      const first = b >= other.entries.length || one.entries[a] < other.entries[b];
      const [source, place] = first ? [one, a++] : [other, b++];
      entries[at] = source.entries[place];
      impacts[at] = source.impacts[place];
    }
    return { entries, impacts };
  }

  /** The entries of a row of a term shard (its fields), in order, each with its impact. */
  function entriesOf(fields, total) {
    const count = parseInt(fields[1], 36);
    if (fields[0].startsWith("!")) return list(fields[2], count, total, 0, LABEL_IMPACT);
    if (fields.length < 6) return list(fields[2], count, total, IMPACT_BITS, 0);
    const own = parseInt(fields[2], 36);
    const strong = list(fields[4], own, total, IMPACT_BITS, 0);
    return merged(strong, list(fields[5], count - own, total, 0, parseInt(fields[3], 36)));
  }

  /** For each entry of a list, in its order, the positions at which the term occurs. */
  function positionsOf(text, count) {
    const found = Array.from({ length: count }, () => []);
    const { zeros, bits } = reader(text);
    for (let entry = -1, position = -1; ; ) {
      const quotient = zeros();
      if (quotient < 0) return found;
      const gap = quotient * 2 ** POSITION_RICE + bits(POSITION_RICE);
      if (bits(1)) {
        entry++;
        position = -1;
      }
      if (!found[entry]) return found;
      position += 1 + gap;
      found[entry].push(position);
    }
  }

  Object.assign(search, { entriesOf, positionsOf });
})(window.digestSearch);
